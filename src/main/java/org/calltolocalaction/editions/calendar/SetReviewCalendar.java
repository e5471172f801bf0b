package org.calltolocalaction.editions.calendar;

import java.time.Clock;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
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

	private final Clock clock;

	SetReviewCalendar(Editions editions, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.audit = audit;
		this.clock = clock;
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
		// One entry for each thing that changes.
		edition.reviewCalendar()
			.changesTo(calendar, year, edition.deadline())
			.forEach(change -> audit.record(change.by(by).personal("reason", Text.trimmed(reason))));
		edition.reviewBy(calendar, Text.trimmed(reason), by, clock.instant());
		editions.saveAndFlush(edition);
	}

}
