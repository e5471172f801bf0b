package org.calltolocalaction.governments.invitation;

import java.util.UUID;

/** Names one invitation to one address, so that taking it back cannot hit another. */
public record InvitationId(UUID value) {

	@Override
	public String toString() {
		return value.toString();
	}

}
