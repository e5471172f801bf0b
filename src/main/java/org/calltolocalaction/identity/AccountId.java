package org.calltolocalaction.identity;

import java.io.Serializable;
import java.util.UUID;

/** Names an account for ever, whatever becomes of its e-mail address. */
public record AccountId(UUID value) implements Serializable {

	public static AccountId random() {
		return new AccountId(UUID.randomUUID());
	}

	/** The id that stands in an address, a form or a business key. */
	public static AccountId of(String text) {
		return new AccountId(UUID.fromString(text));
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
