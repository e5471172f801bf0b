package org.calltolocalaction.governments;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;

/**
 * What a confirmed government asks to be called from now on, where it is and what it is:
 * all that coordinators confirmed. It waits for them to accept or refuse it.
 *
 * @param reason why, in the members' words; may be empty
 */
@Embeddable
public record WishedProfile(@Column(name = "wished_name") String name, @Column(name = "wished_type") String type,
		@Column(name = "wished_country") String country, @Column(name = "wished_region") String region,
		@Column(name = "wished_by") UUID account, @Column(name = "wished_at") Instant at,
		@Column(name = "wished_reason") String reason) {

	/** How many characters the reason may have. */
	public static final int LONGEST_REASON = 1000;

	static WishedProfile of(GovernmentProfile profile, AccountId by, Instant at, String reason) {
		return new WishedProfile(profile.name(), profile.type(), profile.country(), profile.region(), by.value(), at,
				reason);
	}

	/** The member who asked. */
	public AccountId by() {
		return new AccountId(account);
	}

	/**
	 * What the government would say of itself then. In the same country it stays in the
	 * section that it has chosen meanwhile.
	 */
	public GovernmentProfile insteadOf(GovernmentProfile now) {
		return new GovernmentProfile(name, type, country, country.equals(now.country()) ? now.region() : region,
				now.website());
	}

}
