package org.calltolocalaction.pledges.submitting;

import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.PledgeTransition;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.signoff.ReadingLinks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member takes a submitted pledge back, at any time before the contents of the report
 * in which it stands are confirmed.
 */
@Service
public class WithdrawPledge {

	private final MyPledges mine;

	private final Placements placements;

	private final CallPolicy callPolicy;

	private final Editions editions;

	private final PledgeLifecycle lifecycle;

	private final Pledges pledges;

	private final ReadingLinks links;

	private final AuditTrail audit;

	WithdrawPledge(MyPledges mine, Placements placements, CallPolicy callPolicy, Editions editions,
			PledgeLifecycle lifecycle, Pledges pledges, ReadingLinks links, AuditTrail audit) {
		this.mine = mine;
		this.placements = placements;
		this.callPolicy = callPolicy;
		this.editions = editions;
		this.lifecycle = lifecycle;
		this.pledges = pledges;
		this.links = links;
		this.audit = audit;
	}

	/** Whether it may be withdrawn now. */
	@Transactional(readOnly = true)
	public boolean possible(Pledge pledge) {
		return PledgeTransition.WITHDRAW.possibleIn(pledge.state()) && (pledge.state() != PledgeState.INCLUDED
				|| !callPolicy.edition(placements.countsFor(pledge)).state().contentsConfirmed());
	}

	@Transactional
	public void withdraw(PledgeReference reference, String reason, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (pledge.state() == PledgeState.WITHDRAWN) {
			return;
		}
		// Locked, so that contents that are being confirmed at this moment are found
		// confirmed: they are as they were foreseen.
		placements.countsFor(pledge).edition().ifPresent(editions::forChange);
		if (!possible(pledge)) {
			throw new Refused("pledges.refused.not-withdrawable", reference.value());
		}
		PledgeState from = pledge.state();
		links.endAllOf(reference);
		pledge.withdraw(placements.countsFor(pledge), by.id(), Text.trimmed(reason));
		audit.record(AuditEntry.of("pledge.withdrawn", reference).by(by).personal("reason", Text.trimmed(reason)));
		if (from != PledgeState.REVIVED) {
			lifecycle.withdrawn(reference);
		}
		pledges.saveAndFlush(pledge);
	}

}
