package org.calltolocalaction.identity;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.kernel.text.Languages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of an e-mail address, or opens it: whoever proves to read an
 * address's mail may have one.
 */
@Service
public class OpenAccount {

	private final Accounts accounts;

	private final TransactionLocks locks;

	private final AuditTrail trail;

	private final Clock clock;

	OpenAccount(Accounts accounts, TransactionLocks locks, AuditTrail trail, Clock clock) {
		this.accounts = accounts;
		this.locks = locks;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * @param language in which the person came; only a new account takes it over
	 */
	@Transactional
	public Person of(EmailAddress email, Locale language) {
		return accountOf(email, language, Optional.empty()).person();
	}

	/**
	 * @param by whose act it is; empty where the person opens their own
	 */
	Account accountOf(EmailAddress email, Locale language, Optional<Actor> by) {
		// Two links followed at the same moment must end in one account, not in a
		// violated constraint.
		locks.take(LockSpace.ACCOUNT_OF_ADDRESS, email.value());
		return accounts.findByEmailAndSameAsIsNull(email.value()).orElseGet(() -> {
			Account account = accounts.save(new Account(email, Languages.nearest(language), clock.instant()));
			trail.record(AuditEntry.of("account.opened", account.id())
				.by(by.orElse(account.id()))
				.personal("email", email.value()));
			return account;
		});
	}

}
