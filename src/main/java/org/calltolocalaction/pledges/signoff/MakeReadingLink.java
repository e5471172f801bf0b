package org.calltolocalaction.pledges.signoff;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member makes an address by which somebody without an account reads a draft. */
@Service
public class MakeReadingLink {

	private final MyPledges mine;

	private final ReadingLinks links;

	private final ReadingLimits limits;

	private final AuditTrail audit;

	MakeReadingLink(MyPledges mine, ReadingLinks links, ReadingLimits limits, AuditTrail audit) {
		this.mine = mine;
		this.links = links;
		this.limits = limits;
		this.audit = audit;
	}

	/**
	 * The secret is given out this once.
	 * @throws Refused where the pledge was submitted meanwhile, or has as many links as
	 * it may have
	 */
	@Transactional
	public ReadingToken make(PledgeReference reference, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (!pledge.state().editable()) {
			throw new Refused("pledges.refused.not-editable", reference.value());
		}
		if (links.openOf(reference).size() >= limits.linksOfPledge()) {
			throw new Refused("pledges.refused.too-many-reading-links", limits.linksOfPledge());
		}
		ReadingToken token = ReadingToken.random();
		ReadingLink link = links.keep(reference, token, by.id());
		audit.record(AuditEntry.of("pledge.reading-link-made", reference)
			.by(by)
			.with("link", link.id())
			.with("until", link.expiresAt()));
		return token;
	}

}
