package org.calltolocalaction.pledges.drafting;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.keeping.RoomForPledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member brings a discarded draft back, as it was and with whatever was typed since; at
 * any time.
 */
@Service
public class BringBackDraft {

	private final MyPledges mine;

	private final RoomForPledges room;

	private final AuditTrail audit;

	BringBackDraft(MyPledges mine, RoomForPledges room, AuditTrail audit) {
		this.mine = mine;
		this.room = room;
		this.audit = audit;
	}

	/**
	 * Nothing to do where it is back already.
	 * @throws Refused where the government has too many drafts
	 */
	@Transactional
	public void bringBack(PledgeReference reference, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (pledge.state() == PledgeState.DISCARDED) {
			room.forDraftOf(pledge.government());
			pledge.bringBack();
			audit.record(AuditEntry.of("pledge.brought-back", reference).by(by));
		}
	}

}
