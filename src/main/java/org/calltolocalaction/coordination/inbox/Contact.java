package org.calltolocalaction.coordination.inbox;

import org.calltolocalaction.kernel.address.EmailAddress;

/**
 * Somebody of a government or pledge who can be asked instead.
 *
 * @param name how they are called; may be empty
 * @param email in its canonical form; may be empty
 * @param phone as it was typed; may be empty
 * @param takesMail whether a mail has not been refused there
 */
public record Contact(Role role, String name, String email, String phone, boolean takesMail) {

	/** What somebody is there. */
	public enum Role {

		MEMBER, CONTACT, SECOND_CONTACT

	}

	/** As people read it. */
	public String shownEmail() {
		return EmailAddress.shown(email);
	}

	/** Whether mails can be sent there in place of another address. */
	boolean reachableBeside(String address) {
		return takesMail && !email.isEmpty() && !email.equals(address);
	}

}
