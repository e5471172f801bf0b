package org.calltolocalaction.governments.membership;

import java.time.Instant;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.invitation.InvitationId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;

/**
 * Tells people who acts for a government and who asks to. A port, because the mails know
 * the governments and not the other way round. Takes part in the caller's transaction:
 * nobody is told of what did not happen.
 */
public interface MembershipMails {

	/**
	 * In the language of the address's account; where it has none, in that of the member
	 * who invites.
	 */
	void invited(InvitationId invitation, EmailAddress email, Government government, Person by, Instant expires);

	/**
	 * To those who can answer: the government's members; where it has none, the
	 * coordinators.
	 */
	void requested(MembershipId request, Person asker, Government government);

	/**
	 * Nobody has to answer it any more; whoever has not been told of it yet is not told.
	 */
	void requestEnded(MembershipId request, GovernmentId government);

	/** To who asked, and to the colleagues. */
	void agreed(MembershipId request, Person member, Government government, Person by);

	/** To who asked. */
	void refused(MembershipId request, Person asker, Government government);

	/** To the colleagues of who accepted an invitation. */
	void joined(MembershipId membership, Person member, Government government);

	/** To the colleagues. */
	void left(MembershipId membership, Person member, Government government);

	/** To who was removed, and to the other colleagues. */
	void removed(MembershipId membership, Person member, Government government, Person by);

}
