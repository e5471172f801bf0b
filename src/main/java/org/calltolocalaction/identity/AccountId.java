package org.calltolocalaction.identity;

import java.io.Serializable;
import java.util.UUID;

/** Names an account for ever, whatever becomes of its e-mail address. */
public record AccountId(UUID value) implements Serializable {

	public static AccountId random() {
		return new AccountId(UUID.randomUUID());
	}

	public static AccountId ofBusinessKey(String key) {
		return new AccountId(UUID.fromString(key));
	}

	/** Of what goes on with one person, such as their digest. */
	public String businessKey() {
		return value.toString();
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
