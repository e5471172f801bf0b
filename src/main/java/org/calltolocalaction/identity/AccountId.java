package org.calltolocalaction.identity;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.kernel.audit.Actor;

/** Names an account for ever, whatever becomes of its e-mail address. */
public record AccountId(UUID value) implements Serializable, Actor {

	public static AccountId random() {
		return new AccountId(UUID.randomUUID());
	}

	/** The id that stands in an address, a form or a business key. */
	public static AccountId of(String text) {
		return new AccountId(UUID.fromString(text));
	}

	@Override
	public Optional<UUID> account() {
		return Optional.of(value);
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
