package org.calltolocalaction.pledges.drafting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.keeping.DraftSaves;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves a pledge's working copy, incomplete as it is. Where a colleague saved meanwhile,
 * changes to different answers are merged; changes to the same answer are handed back, so
 * that a person decides and neither text is lost.
 */
@Service
public class SaveDraft {

	private final MyPledges mine;

	private final DraftSaves saves;

	private final Clock clock;

	SaveDraft(MyPledges mine, DraftSaves saves, Clock clock) {
		this.mine = mine;
		this.saves = saves;
		this.clock = clock;
	}

	/**
	 * The answers that a member typed on one page.
	 *
	 * @param baseVersion the version of the working copy that the page was filled from,
	 * or that it saved last
	 * @param page the page while it is open: what it saved itself is nobody else's
	 * change, even where it never heard of that
	 * @param typed all that stands on the page
	 * @param paths what the page asks; other answers are not touched
	 *
	 */
	public record Change(long baseVersion, UUID page, Answers typed, Collection<String> paths) {

		private Answers upon(Answers stored) {
			Answers changed = stored;
			for (String path : paths) {
				changed = changed.with(path, typed.value(path).orElse(null));
			}
			return changed;
		}

	}

	/** The result of a save. */
	public sealed interface Result {

		/** Answers each case in its own way, so that none is left out. */
		<T> T fold(Function<Saved, T> saved, Function<Conflict, T> conflict);

	}

	/**
	 * It is saved, together with whatever a colleague had changed elsewhere.
	 *
	 * @param version the one to build the next save upon
	 * @param answers the working copy as it is now
	 * @param merged the answers that a colleague had changed meanwhile, and the page does
	 * not know yet
	 * @param discarded whether a colleague had discarded the draft meanwhile: what was
	 * typed is kept with it
	 */
	public record Saved(long version, Answers answers, Set<String> merged, Instant at,
			boolean discarded) implements Result {

		@Override
		public <T> T fold(Function<Saved, T> saved, Function<Conflict, T> conflict) {
			return saved.apply(this);
		}

	}

	/**
	 * Nothing was overwritten. Saving once more upon {@code version} means that the
	 * member has decided.
	 *
	 * @param fields the answers that both changed
	 * @param mine what this member typed, with the colleague's changes to other answers
	 * @param theirs what the colleague saved
	 * @param by the colleague, who need not be the one who saved anything last
	 */
	public record Conflict(long version, Set<String> fields, Answers mine, Answers theirs, AccountId by,
			Instant at) implements Result {

		@Override
		public <T> T fold(Function<Saved, T> saved, Function<Conflict, T> conflict) {
			return conflict.apply(this);
		}

	}

	/**
	 * @throws Refused where the pledge was submitted meanwhile
	 */
	@Transactional
	public Result save(PledgeReference reference, Change change, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (!takesWords(pledge)) {
			throw new Refused("pledges.refused.not-editable", reference.value());
		}
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		List<DraftSaves.Save> saved = saves.from(change.baseVersion(), reference);
		Answers base = saved.stream()
			.filter(save -> save.version() == change.baseVersion())
			.findFirst()
			.map(DraftSaves.Save::answers)
			.orElse(Answers.empty());
		Map<String, DraftSaves.Save> byOthers = changedByOthers(saved, base, change.page());
		Answers typed = change.upon(base);
		Set<String> changedByMe = base.difference(typed);
		Answers merged = change.upon(pledge.answers());
		Set<String> both = new LinkedHashSet<>();
		for (String field : byOthers.keySet()) {
			if (!changedByMe.contains(field)) {
				merged = merged.with(field, pledge.answers().value(field).orElse(null));
			}
			else if (typed.difference(pledge.answers()).contains(field)) {
				both.add(field);
			}
		}
		if (both.isEmpty()) {
			return keep(pledge, change, merged, byOthers.keySet(), by, now);
		}
		saves.notKept(reference, change.baseVersion(), change.page(), typed, by.id(), now);
		DraftSaves.Save theirs = both.stream()
			.map(byOthers::get)
			.max(Comparator.comparing(DraftSaves.Save::version))
			.orElseThrow();
		return new Conflict(pledge.draftVersion(), both, merged, pledge.answers(), theirs.by(), theirs.at());
	}

	/**
	 * An open page may hold words still, typed before the draft was discarded or the
	 * pledge went back: they are kept, too.
	 */
	private static boolean takesWords(Pledge pledge) {
		return pledge.state().editable() || pledge.state() == PledgeState.DISCARDED || pledge.rounds().changesKept();
	}

	/**
	 * The answers that were last changed from elsewhere than this page, each with the
	 * save that did.
	 */
	private static Map<String, DraftSaves.Save> changedByOthers(List<DraftSaves.Save> saved, Answers base, UUID page) {
		Map<String, DraftSaves.Save> changed = new LinkedHashMap<>();
		Answers before = base;
		for (DraftSaves.Save save : saved) {
			for (String field : before.difference(save.answers())) {
				if (page.equals(save.page())) {
					changed.remove(field);
				}
				else {
					changed.put(field, save);
				}
			}
			before = save.answers();
		}
		return changed;
	}

	private Saved keep(Pledge pledge, Change change, Answers answers, Set<String> merged, Person by, Instant now) {
		if (!answers.equals(pledge.answers())) {
			pledge.change(answers, by.id(), now);
			saves.kept(pledge, change.page());
		}
		return new Saved(pledge.draftVersion(), answers, merged, now, pledge.state() == PledgeState.DISCARDED);
	}

}
