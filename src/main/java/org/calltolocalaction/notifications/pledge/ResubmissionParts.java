package org.calltolocalaction.notifications.pledge;

import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.springframework.stereotype.Component;

/** Says by when a government is asked for a new version of its pledge. */
@Component
class ResubmissionParts {

	private final Placements placements;

	private final ReviewDates dates;

	ResubmissionParts(Placements placements, ReviewDates dates) {
		this.placements = placements;
		this.dates = dates;
	}

	/**
	 * Asks for it by the day until which it can still be reviewed at leisure; else at
	 * once.
	 */
	void askedBy(MailText mail, MailContext context) {
		Placement placement = placements.countsFor(context.pledge());
		dates.lastDayToResubmit(context.reference())
			.ifPresentOrElse(
					day -> mail.paragraph(placement.text("pledges.resubmit.by"), mail.times().day(day),
							placement.year()),
					() -> mail.paragraph(placement.text("pledges.resubmit.now"), placement.year()));
	}

}
