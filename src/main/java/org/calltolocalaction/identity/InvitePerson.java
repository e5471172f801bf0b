package org.calltolocalaction.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.PersonalInvitations.Invited;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coordinators invite somebody to a role, by address, and the person is told by mail. The
 * role counts at once, so that work can be planned before everybody has come; until they
 * have, the invitation can be sent again, or taken back with the roles.
 */
@Service
@Transactional
public class InvitePerson {

	/** How many one page shows. */
	private static final int MOST = 200;

	private final Accounts accounts;

	private final OpenAccount openAccount;

	private final PersonalInvitations invitations;

	private final GrantRole grantRole;

	private final HandWorkOver work;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	InvitePerson(Accounts accounts, OpenAccount openAccount, PersonalInvitations invitations, GrantRole grantRole,
			HandWorkOver work, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.openAccount = openAccount;
		this.invitations = invitations;
		this.grantRole = grantRole;
		this.work = work;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Who is invited, and to what.
	 *
	 * @param name how the person is called until they say it themselves; may be empty
	 * @param language in which they are written to until they choose another
	 * @param partners for which they are to review: one, as matters stand
	 * @param coordinates whether they are to coordinate
	 * @param audits whether they are to audit
	 */
	public record Invitee(EmailAddress email, String name, Locale language, Set<PartnerCode> partners,
			boolean coordinates, boolean audits) {
	}

	/** Somebody who was invited and has not come yet. */
	public record Awaited(Person person, Instant invitedAt, int times) {
	}

	/**
	 * Somebody is to be told to which roles they are invited. Published in the
	 * transaction that invites them.
	 *
	 * @param times how often they were invited before they came; 0 where they have
	 */
	public record PersonInvited(Person person, int times, Instant at, Person by) {
	}

	@Transactional(readOnly = true)
	public List<Awaited> awaited(Person by) {
		by.requireOversight();
		List<Invited> open = invitations.open(MOST);
		Map<AccountId, Account> known = accounts
			.findAllByIdIn(open.stream().map(Invited::account).map(AccountId::value).toList())
			.stream()
			.collect(Collectors.toMap(Account::id, account -> account));
		return open.stream()
			.flatMap(one -> Optional.ofNullable(known.get(one.account()))
				.map(account -> new Awaited(account.person(), one.at(), one.times()))
				.stream())
			.toList();
	}

	/**
	 * Gives the roles, and has the person told of them; who has them all and has come is
	 * told nothing new.
	 * @throws Refused where the roles do not go together, or not with those that the
	 * person has
	 */
	public void invite(Person by, Invitee invitee) {
		by.requireCoordinator();
		Account account = openAccount.accountOf(invitee.email(), invitee.language(), Optional.of(by));
		Roles before = account.person().roles();
		if (!invitee.name().isEmpty() && account.lastHere().isEmpty()) {
			account.calledAtFirst(invitee.name());
		}
		invitee.partners().stream().sorted().forEach(partner -> grantRole.reviewer(by, invitee.email(), partner));
		if (invitee.coordinates()) {
			grantRole.coordinator(by, invitee.email());
		}
		if (invitee.audits()) {
			grantRole.auditor(by, invitee.email());
		}
		if (account.lastHere().isEmpty() || !before.equals(account.person().roles())) {
			tell(by, account);
		}
	}

	/** Writes to somebody again who has not come yet. */
	public void repeat(Person by, AccountId invited) {
		by.requireCoordinator();
		tell(by, awaited(invited));
	}

	/** Whoever has not come yet has no role any more; their account stays. */
	public void takeBack(Person by, AccountId invited) {
		by.requireCoordinator();
		// Before the account, as whoever suspends one takes them.
		accounts.lockCoordinators();
		Account account = awaited(invited);
		Person person = account.person();
		invitations.delete(invited);
		if (person.reviewer()) {
			grantRole.takeReviewer(by, invited,
					new HandWorkOver.Choice(Optional.empty(), work.forecast(by, invited).open()));
		}
		if (person.coordinator()) {
			grantRole.takeCoordinator(by, invited);
		}
		grantRole.takeAuditor(by, invited);
		trail.record(AuditEntry.of("account.invitation-taken-back", invited).by(by));
	}

	private Account awaited(AccountId invited) {
		// The account first: of two who take the invitation back, the second finds none.
		return accounts.forChange(invited.value())
			.filter(account -> invitations.openOf(invited).isPresent())
			.orElseThrow(() -> new Refused("identity.people.invited.notWaiting"));
	}

	private void tell(Person by, Account account) {
		Instant now = clock.instant();
		int times = account.lastHere().isPresent() ? 0 : invitations.write(account.id(), by.id(), now);
		trail.record(AuditEntry.of("account.invited", account.id()).by(by));
		events.publishEvent(new PersonInvited(account.person(), times, now, by));
	}

}
