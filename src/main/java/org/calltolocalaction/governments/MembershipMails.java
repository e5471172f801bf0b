package org.calltolocalaction.governments;

import java.time.Instant;
import org.calltolocalaction.kernel.EmailAddress;
import org.calltolocalaction.identity.Person;

/**
 * Tells people that they may act for a government, or no longer do. A port, because the mails know the governments and
 * not the other way round. Takes part in the caller's transaction: nobody is told of what did not happen.
 */
public interface MembershipMails {

	/** In the language of the address's account; where it has none, in that of the member who invites. */
	void invited(InvitationId invitation, EmailAddress email, Government government, Person by, Instant expires);

	void removed(MembershipId membership, Person member, Government government, Person by);

}
