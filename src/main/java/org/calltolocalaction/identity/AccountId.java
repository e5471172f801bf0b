package org.calltolocalaction.identity;

import java.io.Serializable;
import java.util.UUID;

/** Names an account for ever, whatever becomes of its e-mail address. */
public record AccountId(UUID value) implements Serializable {

	public static AccountId random() {
		return new AccountId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
