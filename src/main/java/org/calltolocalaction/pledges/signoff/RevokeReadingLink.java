package org.calltolocalaction.pledges.signoff;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member closes a reading link, whoever of the government made it. */
@Service
public class RevokeReadingLink {

	private final MyPledges mine;

	private final ReadingLinks links;

	private final AuditTrail audit;

	RevokeReadingLink(MyPledges mine, ReadingLinks links, AuditTrail audit) {
		this.mine = mine;
		this.links = links;
		this.audit = audit;
	}

	/** Does nothing where it is closed already; what was said by it stays. */
	@Transactional
	public void revoke(PledgeReference reference, ReadingLinkId link, Person by) {
		mine.forChange(reference, by);
		if (links.revoke(reference, link, by.id())) {
			audit.record(AuditEntry.of("pledge.reading-link-revoked", reference).by(by).with("link", link));
		}
	}

}
