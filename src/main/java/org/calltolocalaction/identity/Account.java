package org.calltolocalaction.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.vocabulary.PartnerCode;
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

	private @Nullable String partner;

	private boolean lead;

	private boolean coordinator;

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
		return Optional.ofNullable(partner).map(PartnerCode::new);
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
		if (partner == null) {
			this.partner = other.partner;
		}
		this.lead = lead || other.lead;
		this.coordinator = coordinator || other.coordinator;
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
		stopReviewing();
		stopCoordinating();
		this.joinedAt = now;
	}

	boolean lead() {
		return lead;
	}

	boolean coordinator() {
		return coordinator;
	}

	Optional<Instant> lastHere() {
		return Optional.ofNullable(lastHere);
	}

	void introduce(String name, Locale language, ZoneId zone) {
		this.name = name;
		this.language = language.getLanguage();
		this.zone = zone.getId();
	}

	/**
	 * What the browser says counts only until the person has said something themselves.
	 */
	void guessZone(ZoneId zone) {
		if (name.isEmpty() && this.zone.equals(UNKNOWN_ZONE)) {
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
		return new MailPreference(mails == null ? MailPreference.usual(partner != null) : mails, digestHour);
	}

	void reviewFor(PartnerCode partner) {
		this.partner = partner.value();
	}

	void stopReviewing() {
		this.partner = null;
		this.lead = false;
	}

	void startLeading() {
		if (partner == null) {
			throw new IllegalStateException(
					"Only who reviews for a partner can lead its reviewers; " + email + " does not");
		}
		this.lead = true;
	}

	void stopLeading() {
		this.lead = false;
	}

	void startCoordinating() {
		this.coordinator = true;
	}

	void stopCoordinating() {
		this.coordinator = false;
	}

	/** What other modules may know, as it is at this moment. */
	Person person() {
		return new Person(id(), email, name.isEmpty() ? EmailAddress.shown(email) : name,
				Locale.forLanguageTag(language), ZoneId.of(zone), mails(), partner(), lead, coordinator);
	}

}
