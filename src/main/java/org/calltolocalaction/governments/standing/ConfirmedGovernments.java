package org.calltolocalaction.governments.standing;

import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says whether a government's pledges can stand in reports. */
@Component
public class ConfirmedGovernments {

	private final RegisteredGovernments registered;

	ConfirmedGovernments(RegisteredGovernments registered) {
		this.registered = registered;
	}

	/**
	 * Whether it is confirmed. Until this transaction ends no coordinator confirms it: a
	 * pledge is placed by whoever comes last, and never by nobody.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean hold(GovernmentId government) {
		return GovernmentStanding.CONFIRMED.name().equals(registered.standingHeld(government.value()));
	}

}
