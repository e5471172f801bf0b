package org.calltolocalaction.pledges.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeProgress;
import org.calltolocalaction.pledges.PledgeProgress.Holder;
import org.calltolocalaction.pledges.PledgeProgress.Kind;
import org.calltolocalaction.pledges.PledgeProgress.Map;
import org.calltolocalaction.pledges.PledgeProgress.Passage;
import org.calltolocalaction.pledges.PledgeProgress.StepId;
import org.calltolocalaction.pledges.PledgeProgress.Usual;
import org.calltolocalaction.pledges.ReadingPartners;
import org.calltolocalaction.pledges.ReadingPartners.Reading;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says where a pledge stands: as a picture, and as a list for whoever cannot see one or
 * has a small screen.
 */
@Component
class ProgressPages {

	private static final Duration A_DAY = Duration.ofDays(1);

	private final PledgeProgress way;

	private final ReadingPartners partners;

	private final MessageSource messages;

	ProgressPages(PledgeProgress way, ReadingPartners partners, MessageSource messages) {
		this.way = way;
		this.partners = partners;
		this.messages = messages;
	}

	/**
	 * What the page shows.
	 *
	 * @param passed the steps that are done, oldest first
	 * @param present where the pledge is; nowhere once its way is at an end
	 */
	record View(ProgressDiagram picture, List<Passage> passed, List<Present> present) {
	}

	/**
	 * A step where the pledge is.
	 *
	 * @param again whether a coordinator had a partner judge once more
	 * @param holder whose turn it is
	 * @param readings of the partners, where it is theirs
	 * @param usual how long it usually takes, in full days if it is more than one; null
	 * where nobody knows
	 * @param next what can follow
	 */
	record Present(StepId step, Instant since, boolean again, Holder holder, List<Reading> readings, Usual usual,
			List<StepId> next) {
	}

	/**
	 * Nothing for a pledge that has no way, because it was published before this system
	 * existed.
	 */
	Optional<View> of(Pledge pledge) {
		List<Passage> passages = way.passagesOf(pledge.reference());
		if (passages.isEmpty()) {
			return Optional.empty();
		}
		Map map = way.map();
		List<Passage> passed = passages.stream()
			.filter(passage -> !passage.present() && map.place(passage.step()).kind() != Kind.FORK)
			.toList();
		List<Present> present = passages.stream()
			.filter(Passage::present)
			.map(passage -> present(passage, map, pledge))
			.toList();
		List<Passage> drawn = withoutWhatWasTakenBack(sinceTheLastBeginning(passages, map));
		return Optional.of(new View(picture(map, drawn), passed, present));
	}

	private Present present(Passage passage, Map map, Pledge pledge) {
		Holder holder = map.place(passage.step()).holder();
		List<Reading> readings = holder == Holder.PARTNERS ? partners.of(pledge) : List.of();
		// Where nobody has to do anything, how long it takes depends on the calendar
		// alone.
		Usual usual = holder == Holder.NOBODY ? null
				: pledge.call().flatMap(call -> way.usually(passage.step(), call)).map(ProgressPages::rounded).orElse(null);
		return new Present(passage.step(), passage.from(), passage.again(), holder, readings, usual,
				List.copyOf(map.after(passage.step())));
	}

	// A pledge that was revived goes the way once more; its first one is told in the
	// list.
	private static List<Passage> sinceTheLastBeginning(List<Passage> passages, Map map) {
		int begun = passages.size() - 1;
		while (begun > 0 && map.place(passages.get(begun).step()).kind() != Kind.BEGINNING) {
			begun--;
		}
		return passages.subList(begun, passages.size());
	}

	// What a pledge had come to before it was judged once more counts no more; the list
	// tells that it was so.
	private static List<Passage> withoutWhatWasTakenBack(List<Passage> passages) {
		List<Passage> valid = new ArrayList<>();
		for (Passage passage : passages) {
			while (passage.again() && !valid.isEmpty() && !last(valid).step().equals(passage.step())) {
				valid.remove(valid.size() - 1);
			}
			valid.add(passage);
		}
		return valid;
	}

	private static Passage last(List<Passage> passages) {
		return passages.get(passages.size() - 1);
	}

	private static Usual rounded(Usual exact) {
		return exact.median().compareTo(A_DAY) < 0 ? exact
				: new Usual(Duration.ofDays(exact.median().plus(A_DAY.dividedBy(2)).toDays()), exact.lastYear());
	}

	private ProgressDiagram picture(Map map, List<Passage> passages) {
		return new ProgressDiagramRenderer(map, passages, step -> words("pledges.way.step." + step.value()))
			.picture(words("pledges.way.now"));
	}

	private String words(String key) {
		return messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
