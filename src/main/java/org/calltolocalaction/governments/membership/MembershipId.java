package org.calltolocalaction.governments.membership;

import java.util.UUID;

/** Names one person's request to act for one government, and what became of it. */
public record MembershipId(UUID value) {

	/** The id that stands in an address or a form. */
	public static MembershipId of(String text) {
		return new MembershipId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
