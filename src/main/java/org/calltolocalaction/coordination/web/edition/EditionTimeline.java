package org.calltolocalaction.coordination.web.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.Edition;

/** An edition's way from its call to its published report. */
final class EditionTimeline {

	private EditionTimeline() {
	}

	/**
	 * One step.
	 *
	 * @param name the end of the keys under which its wording is found
	 * @param at when it was made; none where it is still ahead
	 * @param next whether it is the one that comes next
	 */
	record Step(String name, Optional<Instant> at, boolean next) {
	}

	static List<Step> of(Edition edition) {
		List<Step> steps = List.of(new Step("opened", edition.openedAt(), false),
				new Step("closed", edition.closedAt(), false), new Step("confirmed", edition.confirmedAt(), false),
				new Step("frozen", edition.frozenAt(), false), new Step("approved", edition.approvedAt(), false),
				new Step("published", edition.publishedAt(), false));
		Optional<Step> next = steps.stream().filter(step -> step.at().isEmpty()).findFirst();
		return steps.stream()
			.map(step -> new Step(step.name(), step.at(), next.filter(step::equals).isPresent()))
			.toList();
	}

}
