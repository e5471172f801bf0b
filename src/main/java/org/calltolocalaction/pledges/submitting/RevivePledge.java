package org.calltolocalaction.pledges.submitting;

import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member takes a withdrawn pledge up again, until the report for which it counted is
 * frozen. It is a draft again under its reference and keeps the instant of its first
 * submission; the partners judge its next revision anew.
 */
@Service
public class RevivePledge {

	private final MyPledges mine;

	private final CallPolicy callPolicy;

	private final Editions editions;

	private final Pledges pledges;

	private final AuditTrail audit;

	RevivePledge(MyPledges mine, CallPolicy callPolicy, Editions editions, Pledges pledges, AuditTrail audit) {
		this.mine = mine;
		this.callPolicy = callPolicy;
		this.editions = editions;
		this.pledges = pledges;
		this.audit = audit;
	}

	/**
	 * Whether it may be revived now; what was withdrawn while it waited for the next
	 * edition always may.
	 */
	@Transactional(readOnly = true)
	public boolean possible(Pledge pledge) {
		return pledge.state() == PledgeState.WITHDRAWN && pledge.withdrawnFrom()
			.filter(year -> callPolicy.edition(year).state().contentsConfirmed())
			.isEmpty();
	}

	/**
	 * Refused where the pledge is not withdrawn, or where the contents of the report for
	 * which it counted are confirmed.
	 */
	@Transactional
	public void revive(PledgeReference reference, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (pledge.state() == PledgeState.REVIVED) {
			return;
		}
		if (pledge.state() != PledgeState.WITHDRAWN) {
			throw new Refused("pledges.refused.not-withdrawn", reference.value());
		}
		// Locked, so that contents that are being confirmed at this moment are found
		// confirmed.
		pledge.withdrawnFrom()
			.flatMap(counted -> editions.lock(counted.value()))
			.filter(edition -> edition.state().contentsConfirmed())
			.ifPresent(frozen -> {
				throw new Refused("pledges.refused.revived-too-late", reference.value(), frozen.year().toString());
			});
		pledge.revive(by.id());
		audit.record(AuditEntry.of("pledge.revived", reference).by(by));
		pledges.saveAndFlush(pledge);
	}

}
