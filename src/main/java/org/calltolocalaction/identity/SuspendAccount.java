package org.calltolocalaction.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.identity.HandWorkOver.Choice;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coordinators suspend an account, with a reason: whoever is signed in with it is signed
 * out, no link signs in any more, and no mail goes to it but the one that says so. All
 * that the person is rests and comes back when the suspension is lifted; what they had
 * open does not.
 */
@Service
@Transactional
public class SuspendAccount {

	public static final int LONGEST_REASON = 1000;

	private final Accounts accounts;

	private final HandWorkOver work;

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SuspendAccount(Accounts accounts, HandWorkOver work, JdbcClient jdbc, AuditTrail trail,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.work = work;
		this.jdbc = jdbc;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * An account that is suspended now.
	 *
	 * @param resting the roles that it gets back unless they are taken
	 * @param reason why; null where it was erased
	 */
	public record SuspendedAccount(Person person, Roles resting, Suspension suspension, @Nullable String reason) {
	}

	/** Published in the transaction that suspends it. */
	public record AccountSuspended(Person person, String reason, Instant at, Person by) {
	}

	/** Published in the transaction that lifts it. */
	public record SuspensionLifted(Person person, Instant at, Person by) {
	}

	@Transactional(readOnly = true)
	public List<SuspendedAccount> all(Person by) {
		by.requireOversight();
		List<Account> suspended = accounts.findBySuspendedAtIsNotNullOrderByEmail();
		Map<AccountId, RecordedEntry> acts = trail.newestOfEach("account.suspended",
				suspended.stream().map(Account::id).toList());
		return suspended.stream()
			.map(account -> new SuspendedAccount(account.person(), account.resting(),
					account.suspension().orElseThrow(), reason(acts.get(account.id()))))
			.toList();
	}

	private static @Nullable String reason(@Nullable RecordedEntry act) {
		return act != null && act.personal().get("reason") instanceof String reason ? reason : null;
	}

	/**
	 * Once, however often it is asked.
	 * @throws Refused where it is one's own, or the last coordinator's; where there is no
	 * reason; or where what the person has open is not what the page said
	 */
	public void suspend(Person by, AccountId id, String typed, Choice choice) {
		by.requireCoordinator();
		String reason = Text.trimmed(Text.PROSE.of(typed));
		if (reason.isEmpty()) {
			throw new Refused("identity.suspend.reason.missing");
		}
		if (reason.length() > LONGEST_REASON) {
			throw new Refused("identity.suspend.reason.long", LONGEST_REASON);
		}
		if (by.id().equals(id)) {
			throw new Refused("identity.suspend.oneself");
		}
		accounts.lockCoordinators();
		Account account = forChange(id);
		if (account.suspended()) {
			return;
		}
		Person before = account.person();
		if (before.coordinator() && accounts.having(Role.COORDINATOR).size() == 1) {
			throw new Refused("identity.people.lastCoordinator");
		}
		before.partner().ifPresent(partner -> {
			work.handOver(by, before, choice);
			events.publishEvent(new ReviewingEnded(id, partner, by));
		});
		account.suspend(by.id(), clock.instant());
		shutOut(before);
		trail.record(AuditEntry.of("account.suspended", id).by(by).personal("reason", reason));
		events.publishEvent(new AccountSuspended(account.person(), reason, clock.instant(), by));
	}

	/** The person is again what they were, and can sign in. */
	public void lift(Person by, AccountId id) {
		by.requireCoordinator();
		Account account = forChange(id);
		if (!account.suspended()) {
			return;
		}
		account.liftSuspension();
		trail.record(AuditEntry.of("account.suspension-lifted", id).by(by));
		events.publishEvent(new SuspensionLifted(account.person(), clock.instant(), by));
	}

	private void shutOut(Person person) {
		jdbc.sql("delete from spring_session where principal_name = ?").param(person.id().toString()).update();
		jdbc.sql("delete from one_time_tokens where username = ?").param(person.email()).update();
	}

	private Account forChange(AccountId id) {
		return accounts.forChange(id.value())
			.filter(account -> !account.joined())
			.orElseThrow(() -> new NotFound("Account " + id));
	}

}
