package org.calltolocalaction.pledges.drafting;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.signoff.ReadingLinks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member does away with a draft that was never submitted. It leaves the lists, the
 * reminders and the figures; its reference and every word of it are kept, see
 * {@link BringBackDraft}.
 */
@Service
public class DiscardDraft {

	private final MyPledges mine;

	private final ReadingLinks links;

	private final AuditTrail audit;

	DiscardDraft(MyPledges mine, ReadingLinks links, AuditTrail audit) {
		this.mine = mine;
		this.links = links;
		this.audit = audit;
	}

	/** Refused where it was submitted, be it a moment ago by a colleague. */
	@Transactional
	public void discard(PledgeReference reference, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (pledge.state() == PledgeState.DISCARDED) {
			return;
		}
		if (pledge.state() != PledgeState.DRAFT) {
			throw new Refused("pledges.refused.not-discardable", reference.value());
		}
		pledge.discard();
		links.endAllOf(reference);
		audit.record(AuditEntry.of("pledge.discarded", reference).by(by));
	}

}
