package org.calltolocalaction.governments.evidence;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.identity.Person;

/**
 * What speaks for and against letting somebody in who asks to act for a government.
 *
 * @param address what their address says
 * @param invitation the last one that was open when they asked
 */
public record JoinEvidence(AddressSays address, Optional<EarlierInvitation> invitation) {

	/** That a colleague had invited them. */
	public record EarlierInvitation(Person by, Instant at) {
	}

	/** Whether something speaks for them. */
	public boolean inFavour() {
		return address.inFavour() || invitation.isPresent();
	}

	/** Whether something speaks against them, and nothing for them. */
	public boolean against() {
		return address.against() && !inFavour();
	}

}
