package org.calltolocalaction.pledges;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member brings a discarded draft back, as it was and with whatever was typed since; at any time. */
@Service
public class BringBackDraft {

	private final MyPledges mine;

	private final AuditTrail audit;

	BringBackDraft(MyPledges mine, AuditTrail audit) {
		this.mine = mine;
		this.audit = audit;
	}

	/** Nothing to do where it is back already. */
	@Transactional
	public void bringBack(PledgeReference reference, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (pledge.state() == PledgeState.DISCARDED) {
			pledge.bringBack();
			audit.record(reference.value(), "pledge.brought-back", by.email(), "");
		}
	}

}
