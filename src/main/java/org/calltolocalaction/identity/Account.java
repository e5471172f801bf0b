package org.calltolocalaction.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A person's account. It holds the roles that a coordinator gave; for which government a
 * person acts is known to the governments, not here.
 */
@Entity
class Account {

	private static final String UNKNOWN_ZONE = "UTC";

	@Id
	private UUID id;

	@Version
	private int version;

	@Column(updatable = false)
	private String email;

	private String name;

	private String language;

	private String zone;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account"))
	@MapKeyColumn(name = "role")
	@MapKeyEnumerated(EnumType.STRING)
	@BatchSize(size = 100)
	private Map<Role, RoleGrant> roles = new EnumMap<>(Role.class);

	// Null until the person has chosen.
	@Enumerated(EnumType.STRING)
	private MailPreference.@Nullable Choice mails;

	private int digestHour;

	@Column(updatable = false)
	private Instant createdAt;

	// Written past the entity only: where two accounts turn out to be of one mailbox.
	@Column(insertable = false, updatable = false)
	private @Nullable UUID sameAs;

	@Column(insertable = false, updatable = false)
	private @Nullable String formerEmail;

	private @Nullable Instant joinedAt;

	private @Nullable Instant suspendedAt;

	private @Nullable UUID suspendedBy;

	// Written beside the account, see NoteVisit: being here is no change of it.
	@Column(insertable = false, updatable = false)
	private @Nullable Instant lastHere;

	protected Account() {
	}

	Account(EmailAddress email, Locale language, Instant now) {
		this.id = AccountId.random().value();
		this.email = email.value();
		this.name = "";
		this.language = language.getLanguage();
		this.zone = UNKNOWN_ZONE;
		this.digestHour = MailPreference.USUAL_HOUR;
		this.createdAt = now;
	}

	AccountId id() {
		return new AccountId(id);
	}

	Optional<PartnerCode> partner() {
		return Optional.ofNullable(roles.get(Role.REVIEWER)).map(RoleGrant::partner).map(PartnerCode::new);
	}

	boolean has(Role role) {
		return roles.containsKey(role);
	}

	boolean hasAnyRole() {
		return !roles.isEmpty();
	}

	/** The account that signs in with this one's mailbox, where it is another. */
	Optional<AccountId> sameAs() {
		return Optional.ofNullable(sameAs).map(AccountId::new);
	}

	Optional<String> formerEmail() {
		return Optional.ofNullable(formerEmail);
	}

	boolean joined() {
		return joinedAt != null;
	}

	/** The account that does now what this one did. */
	Optional<AccountId> joinedInto() {
		return joined() ? sameAs() : Optional.empty();
	}

	/**
	 * What another account of the same mailbox was given, and what its person said of
	 * themselves if here nobody did.
	 */
	void takeOver(Account other) {
		other.roles.forEach(roles::putIfAbsent);
		if (name.isEmpty() && !other.name.isEmpty()) {
			this.name = other.name;
			this.language = other.language;
			this.zone = other.zone;
		}
		if (mails == null && other.mails != null) {
			this.mails = other.mails;
			this.digestHour = other.digestHour;
		}
	}

	/** It may do nothing any more, and stays for what was done under it. */
	void joined(Instant now) {
		if (sameAs == null || joinedAt != null) {
			throw new IllegalStateException("Only an account that waits to be joined can be; this one is " + email);
		}
		roles.clear();
		this.joinedAt = now;
	}

	Optional<Instant> lastHere() {
		return Optional.ofNullable(lastHere);
	}

	void introduce(String name, Locale language, ZoneId zone) {
		this.name = name;
		this.language = language.getLanguage();
		this.zone = zone.getId();
	}

	/** Until they say it themselves. */
	void calledAtFirst(String name) {
		if (this.name.isEmpty()) {
			this.name = name;
		}
	}

	/**
	 * What the browser says counts only until the person has said something themselves;
	 * whoever invited them may have given their name.
	 */
	void guessZone(ZoneId zone) {
		if ((name.isEmpty() || lastHere == null) && this.zone.equals(UNKNOWN_ZONE)) {
			this.zone = zone.getId();
		}
	}

	/**
	 * Who leaves what is usual as it is has not chosen: with another role, something else
	 * may be usual.
	 */
	void receiveMails(MailPreference preference) {
		if (!preference.choice().equals(mails().choice())) {
			this.mails = preference.choice();
		}
		this.digestHour = preference.digestHour();
	}

	private MailPreference mails() {
		return new MailPreference(mails == null ? MailPreference.usual(has(Role.REVIEWER)) : mails, digestHour);
	}

	/**
	 * @param by whose act it is; null where it is the desk's own
	 */
	void reviewFor(PartnerCode partner, @Nullable UUID by, Instant now) {
		grant(Role.REVIEWER, new RoleGrant(partner.value(), now, by));
	}

	void stopReviewing() {
		roles.remove(Role.LEAD);
		roles.remove(Role.REVIEWER);
	}

	void startLeading(@Nullable UUID by, Instant now) {
		String partner = partner().map(PartnerCode::value)
			.orElseThrow(() -> new IllegalStateException(
					"Only who reviews for a partner can lead its reviewers; " + email + " does not"));
		grant(Role.LEAD, new RoleGrant(partner, now, by));
	}

	void stopLeading() {
		roles.remove(Role.LEAD);
	}

	void startCoordinating(@Nullable UUID by, Instant now) {
		grant(Role.COORDINATOR, new RoleGrant(null, now, by));
	}

	void stopCoordinating() {
		roles.remove(Role.COORDINATOR);
	}

	void startAuditing(@Nullable UUID by, Instant now) {
		grant(Role.AUDITOR, new RoleGrant(null, now, by));
	}

	void stopAuditing() {
		roles.remove(Role.AUDITOR);
	}

	private void grant(Role role, RoleGrant grant) {
		if (hasAnyRole() && role == Role.AUDITOR != has(Role.AUDITOR)) {
			throw new IllegalStateException("Who audits has no other role; " + email + " has " + roles.keySet());
		}
		roles.put(role, grant);
	}

	boolean suspended() {
		return suspendedAt != null;
	}

	/** Since when it is suspended, if it is; why, the trail knows. */
	Optional<Suspension> suspension() {
		return Optional.ofNullable(suspendedAt)
			.map(since -> new Suspension(since, Optional.ofNullable(suspendedBy).map(AccountId::new)));
	}

	/** All roles rest until it is lifted; nobody signs in with it. */
	void suspend(AccountId by, Instant now) {
		this.suspendedAt = now;
		this.suspendedBy = by.value();
	}

	void liftSuspension() {
		this.suspendedAt = null;
		this.suspendedBy = null;
	}

	private Roles roles() {
		return suspended() ? Roles.SUSPENDED : resting();
	}

	/** The roles that count while the account is not suspended. */
	Roles resting() {
		return new Roles(partner(), has(Role.LEAD), has(Role.COORDINATOR), has(Role.AUDITOR), false);
	}

	/** What other modules may know, as it is at this moment. */
	Person person() {
		return new Person(id(), email, name.isEmpty() ? EmailAddress.shown(email) : name,
				Locale.forLanguageTag(language), ZoneId.of(zone), mails(), roles());
	}

}
