package org.calltolocalaction.governments.membership;

import java.util.UUID;

/** Names one person's request to act for one government, and what became of it. */
public record MembershipId(UUID value) {

	@Override
	public String toString() {
		return value.toString();
	}

}
