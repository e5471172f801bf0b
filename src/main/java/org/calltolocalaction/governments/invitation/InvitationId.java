package org.calltolocalaction.governments.invitation;

import java.util.UUID;

/** Names one invitation to one address, so that taking it back cannot hit another. */
public record InvitationId(UUID value) {

	/** The id that stands in an address or a form. */
	public static InvitationId of(String text) {
		return new InvitationId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
