package org.calltolocalaction.reviews.team.web;

import java.time.LocalDate;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.address.WorklistLink;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.team.StandIns;
import org.springframework.stereotype.Component;

/**
 * Tells a reviewer at the top of their worklist for whom they stand in. Templates ask it
 * by its name.
 */
@Component("standInNotices")
public class StandInNotices {

	private final StandIns standIns;

	StandInNotices(StandIns standIns) {
		this.standIns = standIns;
	}

	/**
	 * @param link to the reviews that wait
	 */
	public record Notice(String absence, String name, LocalDate until, int open, String link) {
	}

	public List<Notice> of(Person reviewer) {
		return standIns.offeredTo(reviewer)
			.stream()
			.map(offer -> new Notice(offer.absence().id().toString(), offer.absent().name(), offer.absence().lastDay(),
					offer.open(), WorklistLink.to(WorklistTab.ALL).heldBy(offer.absent()).toString()))
			.toList();
	}

}
