package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import java.time.LocalDate;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.notifications.context.AnswerDates;
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

	private final Clock clock;

	ResubmissionParts(Placements placements, ReviewDates dates, Clock clock) {
		this.clock = clock;
		this.placements = placements;
		this.dates = dates;
	}

	/**
	 * Asks for it by the day until which it can still be reviewed at leisure; else at
	 * once, and before the contents of the report are to be confirmed.
	 */
	void askedBy(MailText mail, MailContext context) {
		Placement placement = placements.countsFor(context.pledge());
		dates.lastDayToResubmit(context.reference())
			.ifPresentOrElse(
					day -> mail
						.paragraph(placement.text("pledges.resubmit.by"), mail.times().day(day), placement.year())
						.fact("notifications.fact.answer", mail.times().endOf(day)),
					() -> atOnce(mail.paragraph(placement.text("pledges.resubmit.now"), placement.year()),
							dates.contentsPlanned(context.reference())));
	}

	private void atOnce(MailText mail, LocalDate contentsPlanned) {
		if (ReaderTimes.end(contentsPlanned).isAfter(clock.instant())) {
			mail.fact("notifications.fact.answer.contents", mail.times().endOf(contentsPlanned));
		}
		else {
			AnswerDates.none(mail);
		}
	}

}
