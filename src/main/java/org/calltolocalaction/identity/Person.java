package org.calltolocalaction.identity;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * A person with an account, with the roles as they are at this moment: use cases take one
 * and decide by it. Read anew for each request, so that a role that is taken away is gone
 * at once.
 *
 * @param email the address in its canonical form
 * @param name how the person signs; the e-mail address, as people read it, where they
 * gave none
 * @param zone the person's own time zone, in which times are shown beside the edition's
 * @param mails how much of the desk's mail the person wants
 * @param partner the organisation for which the person reviews, if any
 * @param lead whether the person answers for the reviews of that whole organisation;
 * never without one
 */
public record Person(AccountId id, String email, String name, Locale language, ZoneId zone, MailPreference mails,
		Optional<PartnerCode> partner, boolean lead, boolean coordinator) implements Actor {

	@Override
	public Optional<UUID> account() {
		return id.account();
	}

	/** Whether the person gave a name: nobody is greeted by an address. */
	public boolean named() {
		return !name.equals(shownEmail());
	}

	/** The address as people read it, its domain in its own letters. */
	public String shownEmail() {
		return EmailAddress.shown(email);
	}

	public boolean reviewer() {
		return partner.isPresent();
	}

	/**
	 * The partner for which this person reviews; whoever reviews for none is not allowed
	 * to go on.
	 */
	public PartnerCode requirePartner() {
		return partner.orElseThrow(() -> new NotAllowed(email, "review pledges"));
	}

	public void requireCoordinator() {
		if (!coordinator) {
			throw new NotAllowed(email, "coordinate an edition");
		}
	}

}
