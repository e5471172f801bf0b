package org.calltolocalaction.governments.membership;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.TakesPart;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.springframework.stereotype.Component;

/** Tells the accounts who acts for a government, or asked to. */
@Component
class ActsForGovernment implements TakesPart {

	private final Memberships memberships;

	private final TransactionLocks locks;

	ActsForGovernment(Memberships memberships, TransactionLocks locks) {
		this.memberships = memberships;
		this.locks = locks;
	}

	@Override
	public boolean actsForSomebody(AccountId account) {
		return memberships.presentOf(account.value()).isPresent();
	}

	@Override
	public void holdBack(AccountId account) {
		locks.take(LockSpace.GOVERNMENT, account);
	}

}
