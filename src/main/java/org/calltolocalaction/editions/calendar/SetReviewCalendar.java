package org.calltolocalaction.editions.calendar;

import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator says by which days an edition's pledges are reviewed, for a reason that
 * stays on the audit trail.
 */
@Service
public class SetReviewCalendar {

	private final Editions editions;

	private final AuditTrail audit;

	SetReviewCalendar(Editions editions, AuditTrail audit) {
		this.editions = editions;
		this.audit = audit;
	}

	/**
	 * Refused where nobody reviews for the edition any more, or where the contents would
	 * be confirmed while reviews are still waited for.
	 */
	public void requirePossible(Edition edition, ReviewCalendar calendar) {
		if (edition.state() != EditionState.OPEN && edition.state() != EditionState.CLOSED) {
			throw new Refused("editions.refused.calendar-stays", edition.year());
		}
		if (calendar.contradicts(edition.deadline())) {
			throw new Refused("editions.refused.contents-before-cut-off");
		}
	}

	/** Moves the due dates and timers of open reviews along. */
	@Transactional
	public void set(EditionYear year, ReviewCalendar calendar, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.calendar-no-reason");
		}
		Edition edition = editions.forChange(year);
		requirePossible(edition, calendar);
		record(edition, calendar, Text.trimmed(reason), by);
		edition.reviewBy(calendar, Text.trimmed(reason), by);
		editions.saveAndFlush(edition);
	}

	/** One entry for each thing that changes. */
	private void record(Edition edition, ReviewCalendar to, String reason, Person by) {
		ReviewCalendar from = edition.reviewCalendar();
		Deadline deadline = edition.deadline();
		EditionYear year = edition.year();
		record(AuditEntry.of("edition.review-days-set", year), from.days(), to.days(), reason, by);
		record(AuditEntry.of("edition.cut-off-moved", year), from.cutOff(deadline).atZone(deadline.zone()),
				to.cutOff(deadline).atZone(deadline.zone()), reason, by);
		record(AuditEntry.of("edition.contents-planned", year), from.contents(deadline), to.contents(deadline), reason,
				by);
		record(AuditEntry.of("edition.days-off-set", year), from.daysOff(), to.daysOff(), reason, by);
	}

	private void record(AuditEntry entry, Object from, Object to, String reason, Person by) {
		if (!from.equals(to)) {
			audit.record(entry.by(by).with("from", from).with("to", to).personal("reason", reason));
		}
	}

}
