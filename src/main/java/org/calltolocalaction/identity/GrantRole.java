package org.calltolocalaction.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coordinators say who reviews for which partner, who of them leads, who coordinates and
 * who audits; nobody else can give or take these roles. Who audits has no other role, and
 * acts for no government: they change nothing.
 */
@Service
@Transactional
public class GrantRole {

	private final Accounts accounts;

	private final OpenAccount openAccount;

	private final Vocabulary vocabulary;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final List<TakesPart> takesPart;

	private final HandWorkOver work;

	private final Clock clock;

	GrantRole(Accounts accounts, OpenAccount openAccount, Vocabulary vocabulary, AuditTrail trail,
			ApplicationEventPublisher events, List<TakesPart> takesPart, HandWorkOver work, Clock clock) {
		this.accounts = accounts;
		this.openAccount = openAccount;
		this.vocabulary = vocabulary;
		this.trail = trail;
		this.events = events;
		this.takesPart = takesPart;
		this.work = work;
		this.clock = clock;
	}

	/** Lets a person review for a partner; opens the account where there is none yet. */
	public void reviewer(Person by, EmailAddress email, PartnerCode partner) {
		by.requireCoordinator();
		if (!vocabulary.activePartners().contains(partner)) {
			throw new Refused("identity.people.partnerNotOffered", partner.value());
		}
		Account account = openAccount.accountOf(email, by.language(), Optional.of(by));
		requireRoom(account, email);
		account.partner().filter(present -> !present.equals(partner)).ifPresent(present -> {
			throw new Refused("identity.people.reviewsForAnother", email.display(),
					vocabulary.shortLabel(Vocabulary.PARTNERS, present.value(), by.language()));
		});
		if (account.partner().isEmpty()) {
			account.reviewFor(partner, by.id().value(), clock.instant());
			trail.record(AuditEntry.of("role.reviewer-granted", account.id()).by(by).with("partner", partner));
		}
	}

	/** Lets a person coordinate; opens the account where there is none yet. */
	public void coordinator(Person by, EmailAddress email) {
		by.requireCoordinator();
		Account account = openAccount.accountOf(email, by.language(), Optional.of(by));
		requireRoom(account, email);
		appoint(account, by);
	}

	/** Lets a person read everything; opens the account where there is none yet. */
	public void auditor(Person by, EmailAddress email) {
		by.requireCoordinator();
		Account account = openAccount.accountOf(email, by.language(), Optional.of(by));
		if (account.has(Role.AUDITOR)) {
			return;
		}
		requireNotSuspended(account, email);
		takesPart.forEach(part -> part.holdBack(account.id()));
		if (account.hasAnyRole() || takesPart.stream().anyMatch(part -> part.actsForSomebody(account.id()))) {
			throw new Refused("identity.people.auditor.hasRoles", email.display());
		}
		account.startAuditing(by.id().value(), clock.instant());
		trail.record(AuditEntry.of("role.auditor-granted", account.id()).by(by));
	}

	public void takeAuditor(Person by, AccountId from) {
		by.requireCoordinator();
		Account account = account(from);
		if (account.has(Role.AUDITOR)) {
			account.stopAuditing();
			trail.record(AuditEntry.of("role.auditor-taken", from).by(by));
		}
	}

	/** What the reviewer had open is anybody's of the partner again. */
	public void takeReviewer(Person by, AccountId from) {
		takeReviewer(by, from, new HandWorkOver.Choice(Optional.empty(), work.forecast(by, from).open()));
	}

	/**
	 * @param choice what becomes of what the reviewer has open
	 */
	public void takeReviewer(Person by, AccountId from, HandWorkOver.Choice choice) {
		by.requireCoordinator();
		Account account = account(from);
		account.partner().ifPresent(partner -> {
			if (!account.suspended()) {
				work.handOver(by, account.person(), choice);
			}
			account.stopReviewing();
			trail.record(AuditEntry.of("role.reviewer-taken", from).by(by).with("partner", partner));
			events.publishEvent(new ReviewingEnded(from, partner, by));
		});
	}

	/**
	 * Makes somebody who already reviews answer for their partner's reviews; others may
	 * lead beside them.
	 */
	public void lead(Person by, AccountId reviewer) {
		by.requireCoordinator();
		Account account = account(reviewer);
		PartnerCode partner = account.partner()
			.orElseThrow(() -> new Refused("identity.people.lead.reviewsForNobody", account.person().name()));
		if (!account.has(Role.LEAD)) {
			account.startLeading(by.id().value(), clock.instant());
			trail.record(AuditEntry.of("role.lead-granted", reviewer).by(by).with("partner", partner));
		}
	}

	public void takeLead(Person by, AccountId from) {
		by.requireCoordinator();
		Account account = account(from);
		if (account.has(Role.LEAD)) {
			account.stopLeading();
			trail.record(AuditEntry.of("role.lead-taken", from).by(by).with("partner", account.partner()));
		}
	}

	/**
	 * Ends a person's coordinating; refused for the last one who is not suspended,
	 * because nobody could ever appoint another.
	 */
	public void takeCoordinator(Person by, AccountId from) {
		by.requireCoordinator();
		accounts.lockCoordinators();
		Account account = accounts.forChange(from.value())
			.filter(present -> present.has(Role.COORDINATOR))
			.orElseThrow(() -> new NotFound("Coordinator " + from));
		if (!account.suspended() && accounts.having(Role.COORDINATOR).size() == 1) {
			throw new Refused("identity.people.lastCoordinator");
		}
		account.stopCoordinating();
		trail.record(AuditEntry.of("role.coordinator-taken", from).by(by));
	}

	/**
	 * At the start: the desk itself appoints the coordinator whom its configuration
	 * names.
	 */
	void byTheDesk(EmailAddress email) {
		appoint(openAccount.accountOf(email, Languages.ENGLISH, Optional.of(Actor.THE_DESK)), Actor.THE_DESK);
	}

	private void appoint(Account account, Actor by) {
		if (!account.has(Role.COORDINATOR)) {
			account.startCoordinating(by.account().orElse(null), clock.instant());
			trail.record(AuditEntry.of("role.coordinator-granted", account.id()).by(by));
		}
	}

	private static void requireRoom(Account account, EmailAddress email) {
		requireNotSuspended(account, email);
		if (account.has(Role.AUDITOR)) {
			throw new Refused("identity.people.isAuditor", email.display());
		}
	}

	private static void requireNotSuspended(Account account, EmailAddress email) {
		if (account.suspended()) {
			throw new Refused("identity.people.isSuspended", email.display());
		}
	}

	private Account account(AccountId id) {
		return accounts.findById(id.value()).orElseThrow(() -> new NotFound("Account " + id));
	}

}
