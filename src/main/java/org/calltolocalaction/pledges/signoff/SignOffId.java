package org.calltolocalaction.pledges.signoff;

import java.util.UUID;

/** Names one approval, or request for changes. */
public record SignOffId(UUID value) {

	static SignOffId random() {
		return new SignOffId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
