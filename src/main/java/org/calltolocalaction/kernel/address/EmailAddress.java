package org.calltolocalaction.kernel.address;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address in its one canonical form, so that one mailbox never gets two
 * accounts, two invitations or two limits by the way in which it was typed. The part
 * before the {@code @} is in Unicode's composed form and in small letters, the domain is
 * what the name servers know: ASCII by IDNA 2008. Mail is sent to exactly this value,
 * hence nothing is done to it that could lead to another mailbox. Whether mail reaches
 * anyone there is found out by sending it.
 */
public record EmailAddress(String value) {

	/** In octets, as servers count (RFC 5321). */
	public static final int LONGEST = 254;

	private static final int LONGEST_LOCAL_PART = 64;

	/** Letters, digits and the signs that need no quotes; a dot only between them. */
	private static final Pattern LOCAL_PART = Pattern
		.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-][\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]*"
				+ "(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-][\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]*)*");

	private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

	private static final Normalizer2 WITHOUT_VARIANTS = Normalizer2.getNFKCInstance();

	public EmailAddress {
		if (!canonical(value).filter(value::equals).isPresent()) {
			throw new IllegalArgumentException("An email address in its canonical form looks like name@example.org");
		}
	}

	/** The address that was typed or pasted, if it is exactly one. */
	public static Optional<EmailAddress> parse(String typed) {
		return PastedAddress.of(typed).flatMap(EmailAddress::canonical).map(EmailAddress::new);
	}

	/**
	 * How people read an address that is stored as text: whatever is none (one from
	 * before there were rules, say) as it is.
	 */
	public static String shown(String stored) {
		return stored.contains("@xn--") || stored.contains(".xn--")
				? parse(stored).map(EmailAddress::display).orElse(stored) : stored;
	}

	/**
	 * As people write it: the domain in its own letters. Only to be read, never to be
	 * sent to or compared.
	 */
	public String display() {
		return localPart() + '@' + DomainName.shown(domain());
	}

	/** Whether a server must offer SMTPUTF8 to be told of this mailbox at all. */
	public boolean needsUtf8() {
		return localPart().codePoints().anyMatch(character -> character > 127);
	}

	private String localPart() {
		return value.substring(0, value.indexOf('@'));
	}

	private String domain() {
		return value.substring(value.indexOf('@') + 1);
	}

	private static Optional<String> canonical(String address) {
		int at = address == null ? -1 : address.indexOf('@');
		if (at < 1 || at != address.lastIndexOf('@')) {
			return Optional.empty();
		}
		String local = small(address.substring(0, at));
		if (!LOCAL_PART.matcher(local).matches() || !WITHOUT_VARIANTS.isNormalized(local)
				|| octets(local) > LONGEST_LOCAL_PART) {
			return Optional.empty();
		}
		return DomainName.canonical(address.substring(at + 1))
			.map(domain -> local + '@' + domain)
			.filter(whole -> octets(whole) <= LONGEST);
	}

	// Small letters, not folded: ß stays, because "ss" is another's mailbox.
	private static String small(String local) {
		return COMPOSED.normalize(UCharacter.toLowerCase(ULocale.ROOT, COMPOSED.normalize(local)));
	}

	private static int octets(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	@Override
	public String toString() {
		return value;
	}

}
