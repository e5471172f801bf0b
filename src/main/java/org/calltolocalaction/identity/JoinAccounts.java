package org.calltolocalaction.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.FollowsAccount.Consequence;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coordinators join accounts whose addresses turned out to be one mailbox. Never done by
 * itself: that two addresses are one mailbox says that one person reads them, not that
 * this person should have both accounts' roles. What was done under the other account
 * stays under it; what is open, and what it may do, goes on under the one that signs in.
 */
@Service
@Transactional
public class JoinAccounts {

	private final Accounts accounts;

	private final List<FollowsAccount> followers;

	private final List<TakesPart> takesPart;

	private final Vocabulary vocabulary;

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final Clock clock;

	JoinAccounts(Accounts accounts, List<FollowsAccount> followers, List<TakesPart> takesPart, Vocabulary vocabulary,
			JdbcClient jdbc, AuditTrail trail, Clock clock) {
		this.accounts = accounts;
		this.followers = followers;
		this.takesPart = takesPart;
		this.vocabulary = vocabulary;
		this.jdbc = jdbc;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * An account that is the mailbox of another.
	 *
	 * @param formerly how its address was written
	 * @param lastHere when somebody used it last
	 * @param into the account that signs in
	 */
	public record SameMailbox(Person person, String formerly, Optional<Instant> lastHere, Person into) {
	}

	/** What joining would do, or why it cannot be done now. */
	public record Forecast(SameMailbox accounts, List<Consequence> consequences, Optional<Consequence> obstacle) {
	}

	/** Those that nobody has joined yet. */
	@Transactional(readOnly = true)
	public List<SameMailbox> waiting(Person by) {
		by.requireOversight();
		return accounts.findBySameAsIsNotNullAndJoinedAtIsNullOrderByEmail().stream().map(this::described).toList();
	}

	@Transactional(readOnly = true)
	public Forecast forecast(Person by, AccountId duplicate) {
		by.requireOversight();
		SameMailbox same = described(waiting(duplicate));
		List<Consequence> consequences = new ArrayList<>(roles(same.person(), same.into(), by));
		followers.forEach(follower -> consequences.addAll(follower.forecast(same.person(), same.into())));
		return new Forecast(same, List.copyOf(consequences), obstacle(same.person(), same.into(), by));
	}

	/**
	 * @throws Refused where both review, for different partners, or one audits and the
	 * other does something: one of these roles must be taken away first; or where one is
	 * suspended
	 */
	public void join(Person by, AccountId duplicate) {
		by.requireCoordinator();
		Account from = accounts.forChange(duplicate.value()).orElseThrow(() -> new NotFound("Account " + duplicate));
		if (from.sameAs().isEmpty()) {
			throw new NotFound("Account of the same mailbox " + duplicate);
		}
		if (from.joined()) {
			// A double click.
			return;
		}
		Account into = accounts.forChange(from.sameAs().get().value()).orElseThrow();
		Person before = from.person();
		takesPart.forEach(part -> {
			part.holdBack(from.id());
			part.holdBack(into.id());
		});
		obstacle(before, into.person(), by).ifPresent(reason -> {
			throw new Refused(reason.messageKey(), reason.arguments().toArray());
		});
		into.takeOver(from);
		Person after = into.person();
		followers.forEach(follower -> follower.follow(before, after, by));
		from.joined(clock.instant());
		jdbc.sql("delete from spring_session where principal_name = ?").param(duplicate.toString()).update();
		trail.record(AuditEntry.of("account.joined", into.id())
			.by(by)
			.with("account", duplicate)
			.personal("email", from.formerEmail().orElse(before.email())));
		trail.record(AuditEntry.of("account.joined-into", duplicate).by(by).with("account", into.id()));
	}

	private List<Consequence> roles(Person from, Person into, Person by) {
		List<Consequence> roles = new ArrayList<>();
		from.partner()
			.filter(partner -> into.partner().isEmpty())
			.ifPresent(partner -> roles.add(Consequence.of("identity.join.reviewer", label(partner, by))));
		if (from.lead() && !into.lead()) {
			roles.add(Consequence.of("identity.join.lead"));
		}
		if (from.coordinator() && !into.coordinator()) {
			roles.add(Consequence.of("identity.join.coordinator"));
		}
		if (from.auditor() && !into.auditor()) {
			roles.add(Consequence.of("identity.join.auditor"));
		}
		return roles;
	}

	private Optional<Consequence> obstacle(Person from, Person into, Person by) {
		if (from.suspended() || into.suspended()) {
			return Optional.of(Consequence.of("identity.join.suspended"));
		}
		if (from.auditor() && doesSomething(into) || into.auditor() && doesSomething(from)) {
			return Optional.of(Consequence.of("identity.join.auditorBeside"));
		}
		return from.partner()
			.filter(partner -> into.partner().filter(other -> !other.equals(partner)).isPresent())
			.map(partner -> Consequence.of("identity.join.twoPartners", label(partner, by),
					label(into.partner().orElseThrow(), by)));
	}

	private boolean doesSomething(Person person) {
		return person.reviewer() || person.coordinator()
				|| takesPart.stream().anyMatch(part -> part.actsForSomebody(person.id()));
	}

	private String label(PartnerCode partner, Person reader) {
		return vocabulary.shortLabel(Vocabulary.PARTNERS, partner.value(), reader.language());
	}

	private Account waiting(AccountId duplicate) {
		return accounts.findById(duplicate.value())
			.filter(account -> account.sameAs().isPresent() && !account.joined())
			.orElseThrow(() -> new NotFound("Account of the same mailbox " + duplicate));
	}

	private SameMailbox described(Account duplicate) {
		Person into = accounts.findById(duplicate.sameAs().orElseThrow().value()).orElseThrow().person();
		Person person = duplicate.person();
		return new SameMailbox(person, duplicate.formerEmail().orElse(person.email()), duplicate.lastHere(), into);
	}

}
