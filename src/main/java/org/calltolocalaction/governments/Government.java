package org.calltolocalaction.governments;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.governments.letters.LetterId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.address.WebAddress;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A local or regional government, or a network of them, that takes part. It is known by
 * its name and country: the same name in the same country, however it is accented or
 * capitalised, is the same government.
 */
@Entity
public class Government {

	private static final int LONGEST_FOLDED = 400;

	@Id
	private UUID id;

	@Version
	private int version;

	private String name;

	private String foldedName;

	private String type;

	private String country;

	private String region;

	private String website;

	private @Nullable LocalDate endorsedOn;

	private @Nullable String endorsedBy;

	private @Nullable String endorsedStatement;

	private @Nullable UUID endorsedLetter;

	private @Nullable Instant endorsedRecordedAt;

	@Column(updatable = false)
	private Instant registeredAt;

	@Enumerated(EnumType.STRING)
	private GovernmentStanding standing;

	private Instant standingSince;

	private @Nullable UUID standingBy;

	private @Nullable String standingWords;

	private @Nullable UUID mergedInto;

	private @Nullable Instant mergedAt;

	private @Nullable Instant closedAt;

	private @Nullable UUID closedBy;

	private @Nullable String closedReason;

	@Embedded
	private @Nullable WishedProfile wished;

	protected Government() {
	}

	Government(GovernmentProfile profile, Instant now) {
		this.id = GovernmentId.random().value();
		this.registeredAt = now;
		this.standing = GovernmentStanding.UNCONFIRMED;
		this.standingSince = now;
		describe(profile);
	}

	/** One that took part before this desk existed, which everybody knows. */
	static Government ofEarlier(GovernmentProfile profile, Instant now) {
		Government government = new Government(profile, now);
		government.standing = GovernmentStanding.CONFIRMED;
		return government;
	}

	public GovernmentId id() {
		return new GovernmentId(id);
	}

	public String name() {
		return name;
	}

	/** A code of the vocabulary's government types. */
	public String type() {
		return type;
	}

	/** ISO 3166-1 alpha-2. */
	public String country() {
		return country;
	}

	/** A code of the vocabulary's world sections. */
	public String region() {
		return region;
	}

	/**
	 * Empty where none was given; an address that was stored before this was asked may
	 * not be one to follow.
	 */
	public String website() {
		return webAddress().map(WebAddress::value).orElse("");
	}

	/** The website as a link. */
	public Optional<WebAddress> webAddress() {
		return WebAddress.parse(website);
	}

	/** What it says about itself now. */
	public GovernmentProfile profile() {
		return new GovernmentProfile(name, type, country, region, website());
	}

	/** The endorsement of the Marrakech Mayors Declaration, once it is recorded. */
	public Optional<Endorsement> endorsement() {
		return endorsedOn == null || endorsedBy == null ? Optional.empty()
				: Optional
					.of(new Endorsement(endorsedOn, endorsedBy, endorsedStatement == null ? "" : endorsedStatement,
							Optional.ofNullable(endorsedLetter).map(LetterId::new)));
	}

	/** When a member last recorded it; empty where that was before it was noted. */
	public Optional<Instant> endorsementRecordedAt() {
		return Optional.ofNullable(endorsedRecordedAt);
	}

	/** Whether coordinators have confirmed that it is what it says. */
	public GovernmentStanding standing() {
		return standing;
	}

	/** Whether what it pledges can stand in a report, and become public. */
	public boolean confirmed() {
		return standing == GovernmentStanding.CONFIRMED;
	}

	public Instant registeredAt() {
		return registeredAt;
	}

	public Instant standingSince() {
		return standingSince;
	}

	/**
	 * The coordinator who confirmed, asked or refused it last, or the member who
	 * answered.
	 */
	public Optional<AccountId> standingBy() {
		return Optional.ofNullable(standingBy).map(AccountId::new);
	}

	/** What the coordinators ask it, or the reason that they gave; empty where none. */
	public String standingWords() {
		return standingWords == null ? "" : standingWords;
	}

	/**
	 * @throws IllegalStateException where it is confirmed: that stays
	 */
	public void stands(GovernmentStanding next, AccountId by, String words, Instant now) {
		if (confirmed()) {
			throw new IllegalStateException("Government " + id + " is confirmed for good and was to be " + next);
		}
		this.standing = next;
		this.standingSince = now;
		this.standingBy = by.value();
		this.standingWords = words;
	}

	/** The government with which it was found to be the same, and which stays. */
	public Optional<GovernmentId> mergedInto() {
		return Optional.ofNullable(mergedInto).map(GovernmentId::new);
	}

	/**
	 * It was another registration of that one. It stays for its name and for whatever
	 * names it, and leads there.
	 */
	public void mergeInto(Government stays, Instant now) {
		if (mergedInto != null || stays.mergedInto != null || id.equals(stays.id)) {
			throw new IllegalStateException("Government " + id + " cannot be merged into " + stays.id);
		}
		this.mergedInto = stays.id;
		this.mergedAt = now;
		this.wished = null;
		if (stays.endorsedOn == null) {
			stays.endorsedOn = endorsedOn;
			stays.endorsedBy = endorsedBy;
		}
		if (stays.website().isEmpty()) {
			stays.website = website();
		}
	}

	/** When coordinators closed it: nobody joins it, and it pledges nothing new. */
	public Optional<Instant> closedAt() {
		return Optional.ofNullable(closedAt);
	}

	/** Whether coordinators closed it, because it is no more. */
	public boolean closed() {
		return closedAt != null;
	}

	/** Why it was closed; empty where it is open. */
	public String closedReason() {
		return closedReason == null ? "" : closedReason;
	}

	public void close(AccountId by, String reason, Instant now) {
		if (closed() || mergedInto != null) {
			throw new IllegalStateException("Government " + id + " is not open");
		}
		this.closedAt = now;
		this.closedBy = by.value();
		this.closedReason = reason;
	}

	public void reopen() {
		if (!closed()) {
			throw new IllegalStateException("Government " + id + " is open");
		}
		this.closedAt = null;
		this.closedBy = null;
		this.closedReason = null;
	}

	/** What it asks the coordinators to be called, and what else they confirmed. */
	public Optional<WishedProfile> wished() {
		return Optional.ofNullable(wished);
	}

	void wish(WishedProfile wish) {
		if (!confirmed()) {
			throw new IllegalStateException("Government " + id + " is not confirmed and asks nobody");
		}
		this.wished = wish;
	}

	/** It was answered, or taken back. */
	public void endWish() {
		this.wished = null;
	}

	void correct(GovernmentProfile profile) {
		describe(profile);
	}

	private void describe(GovernmentProfile profile) {
		this.name = profile.name();
		this.foldedName = folded(profile.name());
		this.type = profile.type();
		this.country = profile.country();
		this.region = profile.region();
		this.website = profile.website();
	}

	void endorse(Endorsement endorsement, Instant now) {
		this.endorsedOn = endorsement.date();
		this.endorsedBy = endorsement.signatory();
		this.endorsedStatement = endorsement.statement().isEmpty() ? null : endorsement.statement();
		this.endorsedLetter = endorsement.letter().map(LetterId::value).orElse(null);
		this.endorsedRecordedAt = now;
	}

	/**
	 * A name without accents, capitals and punctuation, by which duplicates and search
	 * results are found.
	 */
	public static String folded(String name) {
		String comparable = Text.comparable(name);
		// A single letter may stand for a whole sentence.
		return comparable.substring(0, Math.min(comparable.length(), LONGEST_FOLDED));
	}

}
