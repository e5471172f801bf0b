package org.calltolocalaction.notifications.outbox;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.MailKind;

/**
 * The identity of a mail, such as {@code receipt:CLA-2026-0042:1:<account>}: two of the
 * same key are the same mail, and only the first is ever written. A mail that may come
 * again carries what tells one time from the other.
 *
 * @param about the pledge's reference, the edition's year or the government's id
 */
public record MailKey(MailKind kind, String about, String value) {

	/**
	 * @param telling what tells this mail from others of its kind about the same pledge
	 * or edition
	 */
	public static MailKey of(MailKind kind, Object about, AccountId recipient, Object... telling) {
		return of(kind, about, Stream.concat(Stream.of(telling), Stream.of(recipient)).toArray());
	}

	/** How the keys of all begin that were written on one occasion, to whomever. */
	static String beginning(MailKind kind, Object about, Object occasion) {
		return of(kind, about, occasion, "").value();
	}

	/**
	 * Where what it tells of has one recipient only, whether they have an account or not.
	 */
	public static MailKey of(MailKind kind, Object about, Object... telling) {
		String value = Stream.concat(Stream.of(kind.code(), about), Stream.of(telling))
			.map(Object::toString)
			.collect(Collectors.joining(":"));
		return new MailKey(kind, about.toString(), value);
	}

}
