package org.calltolocalaction.identity;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
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
 * @param viewedBy the coordinator who sees what this person would see, and may do nothing
 * in their place; nobody where it is the person
 */
public record Person(AccountId id, String email, String name, Locale language, ZoneId zone, MailPreference mails,
		Roles roles, Optional<Viewer> viewedBy) implements Actor {

	/** The person themselves. */
	public Person(AccountId id, String email, String name, Locale language, ZoneId zone, MailPreference mails,
			Roles roles) {
		this(id, email, name, language, zone, mails, roles, Optional.empty());
	}

	/** Somebody who reviews, coordinates, or neither. */
	public Person(AccountId id, String email, String name, Locale language, ZoneId zone, MailPreference mails,
			Optional<PartnerCode> partner, boolean lead, boolean coordinator) {
		this(id, email, name, language, zone, mails, new Roles(partner, lead, coordinator, false, false));
	}

	/** Whether somebody else looks on in this person's place. */
	public boolean viewed() {
		return viewedBy.isPresent();
	}

	/** What somebody else sees of the desk who looks on in this person's place. */
	Person viewedBy(Viewer viewer) {
		return new Person(id, email, name, language, zone, mails, roles, Optional.of(viewer));
	}

	/** Nothing changes in this person's place. */
	public void requireThemselves() {
		if (viewed()) {
			throw new Refused("identity.viewing.refused");
		}
	}

	/**
	 * Under whose account an act is written down.
	 * @throws Refused where somebody else looks on in this person's place
	 */
	@Override
	public Optional<UUID> account() {
		requireThemselves();
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

	/** The organisation for which the person reviews, if any. */
	public Optional<PartnerCode> partner() {
		return roles.partner();
	}

	/** Whether the person answers for the reviews of that whole organisation. */
	public boolean lead() {
		return roles.lead();
	}

	public boolean coordinator() {
		return roles.coordinator();
	}

	/** Whether the person reads what coordinators read, and changes nothing. */
	public boolean auditor() {
		return roles.auditor();
	}

	/** Whether the person may do nothing at present, nor is written to. */
	public boolean suspended() {
		return roles.suspended();
	}

	public boolean reviewer() {
		return partner().isPresent();
	}

	/**
	 * Whether the person reads all that is submitted and done: who coordinates, and who
	 * audits.
	 */
	public boolean oversees() {
		return coordinator() || auditor();
	}

	/**
	 * The partner for which this person reviews; whoever reviews for none is not allowed
	 * to go on.
	 */
	public PartnerCode requirePartner() {
		return partner().orElseThrow(() -> new NotAllowed(email, "review pledges"));
	}

	/** For what changes something. */
	public void requireCoordinator() {
		if (!coordinator()) {
			throw new NotAllowed(email, "coordinate an edition");
		}
	}

	/** For what anybody may do but those who audit. */
	public void requireMayChange() {
		if (auditor()) {
			throw new NotAllowed(email, "change anything");
		}
	}

	/** For what coordinators and auditors read, and what changes nothing. */
	public void requireOversight() {
		if (!oversees()) {
			throw new NotAllowed(email, "oversee the editions");
		}
	}

}
