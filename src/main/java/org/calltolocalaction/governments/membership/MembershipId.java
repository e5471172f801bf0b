package org.calltolocalaction.governments.membership;

import java.util.UUID;

/** Names one person's request to act for one government, and what became of it. */
public record MembershipId(UUID value) {

	/** The id that stands in an address, in a form or as a business key. */
	public static MembershipId of(String text) {
		return new MembershipId(UUID.fromString(text));
	}

	/** By which the engine knows what reminds of it. */
	public String businessKey() {
		return value.toString();
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
