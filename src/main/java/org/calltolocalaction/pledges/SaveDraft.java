package org.calltolocalaction.pledges;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves a pledge's working copy, incomplete as it is. Where a colleague saved meanwhile, changes to different answers
 * are merged; changes to the same answer are handed back, so that a person decides and neither text is lost.
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

	/** What became of a save. */
	public sealed interface Result {
	}

	/**
	 * It is saved, together with whatever a colleague had changed elsewhere.
	 * @param version the one to build the next save upon
	 */
	public record Saved(long version) implements Result {
	}

	/**
	 * Nothing was overwritten. Saving once more upon {@code version} means that the member has decided.
	 *
	 * @param fields the answers that both changed
	 * @param mine what this member typed, with the colleague's changes to other answers
	 * @param theirs what the colleague saved
	 */
	public record Conflict(long version, Set<String> fields, Answers mine, Answers theirs, AccountId by, Instant at)
			implements Result {
	}

	/**
	 * @param baseVersion the version of the working copy that the member's form was filled from
	 */
	@Transactional
	public Result save(PledgeReference reference, long baseVersion, Answers typed, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (!pledge.state().editable()) {
			throw new Refused("pledges.refused.not-editable", reference.value());
		}
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Answers stored = pledge.answers();
		if (stored.equals(typed)) {
			return new Saved(pledge.draftVersion());
		}
		if (pledge.draftVersion() == baseVersion) {
			return keep(pledge, typed, by, now);
		}
		Answers base = saves.at(reference, baseVersion).orElse(Answers.empty());
		Set<String> changedByThem = base.difference(stored);
		Answers merged = typed;
		Set<String> both = new LinkedHashSet<>();
		for (String field : changedByThem) {
			boolean changedByMe = base.difference(typed).contains(field);
			if (!changedByMe) {
				merged = merged.with(field, stored.value(field).orElse(null));
			}
			else if (typed.difference(stored).contains(field)) {
				both.add(field);
			}
		}
		if (both.isEmpty()) {
			return keep(pledge, merged, by, now);
		}
		saves.notKept(reference, baseVersion, typed, by.id(), now);
		return new Conflict(pledge.draftVersion(), both, merged, stored, pledge.changedBy(), pledge.changedAt());
	}

	private Saved keep(Pledge pledge, Answers answers, Person by, Instant now) {
		pledge.change(answers, by.id(), now);
		saves.kept(pledge);
		return new Saved(pledge.draftVersion());
	}

}
