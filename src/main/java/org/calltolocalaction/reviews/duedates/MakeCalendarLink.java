package org.calltolocalaction.reviews.duedates;

import java.time.Clock;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer makes the address by which their calendar reads their due dates. */
@Service
public class MakeCalendarLink {

	private final CalendarLinks links;

	private final AuditTrail audit;

	private final Clock clock;

	MakeCalendarLink(CalendarLinks links, AuditTrail audit, Clock clock) {
		this.links = links;
		this.audit = audit;
		this.clock = clock;
	}

	/** The secret is given out this once; whatever address there was before is closed. */
	@Transactional
	public CalendarToken make(Person by) {
		by.requirePartner();
		CalendarToken token = CalendarToken.random();
		links.keep(by.id(), token, clock.instant());
		audit.record(AuditEntry.of("account.calendar-link-made", by.id()).by(by));
		return token;
	}

}
