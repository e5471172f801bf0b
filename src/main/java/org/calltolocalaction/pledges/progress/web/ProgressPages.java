package org.calltolocalaction.pledges.progress.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.progress.PledgeProgress.Holder;
import org.calltolocalaction.pledges.progress.PledgeProgress.Kind;
import org.calltolocalaction.pledges.progress.PledgeProgress.StepId;
import org.calltolocalaction.pledges.progress.PledgeProgress.StepMap;
import org.calltolocalaction.pledges.progress.PledgeProgress.Usual;
import org.calltolocalaction.pledges.progress.PledgeProgress.Visit;
import org.calltolocalaction.pledges.progress.PledgeProgress;
import org.calltolocalaction.pledges.progress.ReadingPartners.Reading;
import org.calltolocalaction.pledges.progress.ReadingPartners;
import org.jspecify.annotations.Nullable;
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

	private final PledgeProgress progress;

	private final ReadingPartners partners;

	private final MessageSource messages;

	ProgressPages(PledgeProgress progress, ReadingPartners partners, MessageSource messages) {
		this.progress = progress;
		this.partners = partners;
		this.messages = messages;
	}

	/**
	 * What the page shows.
	 *
	 * @param passed the steps that are done, oldest first
	 * @param present where the pledge is; nowhere once its way is at an end
	 */
	record View(ProgressDiagram picture, List<Visit> passed, List<Present> present) {
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
	record Present(StepId step, Instant since, boolean again, Holder holder, List<Reading> readings,
			@Nullable Usual usual, List<StepId> next) {
	}

	/**
	 * Nothing for a pledge that has no way, because it was published before this system
	 * existed.
	 */
	Optional<View> of(Pledge pledge) {
		List<Visit> visits = progress.visitsOf(pledge.reference());
		if (visits.isEmpty()) {
			return Optional.empty();
		}
		StepMap map = progress.map();
		List<Visit> passed = visits.stream()
			.filter(visit -> !visit.present() && map.step(visit.step()).kind() != Kind.FORK)
			.toList();
		List<Present> present = visits.stream()
			.filter(Visit::present)
			.map(visit -> present(visit, map, pledge))
			.toList();
		List<Visit> drawn = withoutWhatWasTakenBack(sinceTheLastBeginning(visits, map));
		return Optional.of(new View(picture(map, drawn), passed, present));
	}

	private Present present(Visit visit, StepMap map, Pledge pledge) {
		Holder holder = map.step(visit.step()).holder();
		List<Reading> readings = holder == Holder.PARTNERS ? partners.of(pledge) : List.of();
		// Where nobody has to do anything, how long it takes depends on the calendar
		// alone.
		@Nullable Usual usual = holder == Holder.NOBODY ? null
				: pledge.call()
					.flatMap(call -> progress.usually(visit.step(), call))
					.map(ProgressPages::rounded)
					.orElse(null);
		return new Present(visit.step(), visit.from(), visit.again(), holder, readings, usual,
				List.copyOf(map.after(visit.step())));
	}

	// A pledge that was revived goes the way once more; its first one is told in the
	// list.
	private static List<Visit> sinceTheLastBeginning(List<Visit> visits, StepMap map) {
		int begun = visits.size() - 1;
		while (begun > 0 && map.step(visits.get(begun).step()).kind() != Kind.BEGINNING) {
			begun--;
		}
		return visits.subList(begun, visits.size());
	}

	// What a pledge had come to before it was judged once more counts no more; the list
	// tells that it was so.
	private static List<Visit> withoutWhatWasTakenBack(List<Visit> visits) {
		List<Visit> valid = new ArrayList<>();
		for (Visit visit : visits) {
			while (visit.again() && !valid.isEmpty() && !last(valid).step().equals(visit.step())) {
				valid.remove(valid.size() - 1);
			}
			valid.add(visit);
		}
		return valid;
	}

	private static Visit last(List<Visit> visits) {
		return visits.get(visits.size() - 1);
	}

	private static Usual rounded(Usual exact) {
		return exact.median().compareTo(A_DAY) < 0 ? exact
				: new Usual(Duration.ofDays(exact.median().plus(A_DAY.dividedBy(2)).toDays()), exact.lastYear());
	}

	private ProgressDiagram picture(StepMap map, List<Visit> visits) {
		return new ProgressDiagramRenderer(map, visits, step -> words("pledges.progress.step." + step.value()))
			.picture(words("pledges.progress.now"));
	}

	private String words(String key) {
		return messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
