package org.calltolocalaction.pledges.signoff;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.SuspendAccount.AccountSuspended;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever is suspended lets nobody read: the links that they made end, and what was said
 * by them stays.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReadingLinksOfSuspended {

	private final ReadingLinks links;

	private final Pledges pledges;

	private final AuditTrail audit;

	ReadingLinksOfSuspended(ReadingLinks links, Pledges pledges, AuditTrail audit) {
		this.links = links;
		this.pledges = pledges;
		this.audit = audit;
	}

	// Before the mail: it waits for what others do with the pledge.
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(AccountSuspended suspended) {
		AccountId maker = suspended.person().id();
		links.pledgesReadBy(maker).forEach(reference -> {
			pledges.forChange(reference);
			links.endThoseOf(reference, maker, suspended.by().id())
				.forEach(link -> audit.record(
						AuditEntry.of("pledge.reading-link-revoked", reference).by(suspended.by()).with("link", link)));
		});
	}

}
