package org.calltolocalaction.reviews.duedates;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.ReviewingEnded;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer closes the address by which their calendar reads their due dates. It closes
 * with their role, too, and does not open with a later one.
 */
@Service
public class RevokeCalendarLink {

	private final CalendarLinks links;

	private final AuditTrail audit;

	RevokeCalendarLink(CalendarLinks links, AuditTrail audit) {
		this.links = links;
		this.audit = audit;
	}

	/** Does nothing where there is none. */
	@Transactional
	public void revoke(Person by) {
		end(by.id(), by);
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(ReviewingEnded ended) {
		end(ended.reviewer(), ended.by());
	}

	/** In the caller's transaction. */
	void end(AccountId whose, Person by) {
		if (links.end(whose)) {
			audit.record(AuditEntry.of("account.calendar-link-revoked", whose).by(by));
		}
	}

}
