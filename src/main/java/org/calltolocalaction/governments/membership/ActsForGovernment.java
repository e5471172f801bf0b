package org.calltolocalaction.governments.membership;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.TakesPart;
import org.springframework.stereotype.Component;

/** Tells the accounts who acts for a government, or asked to. */
@Component
class ActsForGovernment implements TakesPart {

	private final Memberships memberships;

	ActsForGovernment(Memberships memberships) {
		this.memberships = memberships;
	}

	@Override
	public boolean actsForSomebody(AccountId account) {
		return memberships.presentOf(account.value()).isPresent();
	}

}
