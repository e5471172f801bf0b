package org.calltolocalaction.post.inbox;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * Addresses of the mailbox that say which mail is answered, signed so that nobody can
 * make one for a mail that they did not get: {@code desk+r.mail.sign@example.org}. Small
 * letters and digits only, because servers on the way change the case.
 */
@Component
public class ReturnAddresses {

	private static final int RADIX = 32;

	private static final int DIGITS_OF_MAIL = 26;

	private static final int DIGITS_OF_MAC = 16;

	private static final int BYTES_OF_MAC = 10;

	/** Of what is behind the name of the mailbox. */
	static final int LENGTH_OF_SIGN = "+r.".length() + DIGITS_OF_MAIL + ".".length() + DIGITS_OF_MAC;

	private static final Pattern OF_A_MAIL = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@.*");

	private final InboxSettings settings;

	private final InboxKey key;

	ReturnAddresses(InboxSettings settings, InboxKey key) {
		this.settings = settings;
		this.key = key;
	}

	/** What comes to an address. */
	public enum Purpose {

		/** What people answer. */
		REPLY,

		/** What servers say of a mail that they could not deliver. */
		BOUNCE;

		private String letter() {
			return name().substring(0, 1).toLowerCase(Locale.ROOT);
		}

	}

	/** Which mail an address is of, as it was signed. */
	public record Sign(Purpose purpose, UUID mail) {
	}

	/**
	 * The address for what comes back of a mail; none where the desk has no mailbox, or
	 * where the mail is none that is kept.
	 * @param messageId the mail's own
	 */
	public Optional<EmailAddress> of(Optional<String> messageId, Purpose purpose) {
		return messageId.filter(own -> settings.configured())
			.map(OF_A_MAIL::matcher)
			.filter(Matcher::matches)
			.map(mail -> of(new Sign(purpose, UUID.fromString(mail.group(1)))));
	}

	private EmailAddress of(Sign sign) {
		String mailbox = mailbox();
		int at = mailbox.indexOf('@');
		String named = sign.purpose().letter() + '.' + padded(number(sign.mail()), DIGITS_OF_MAIL);
		return new EmailAddress(mailbox.substring(0, at) + '+' + named + '.' + mac(named) + mailbox.substring(at));
	}

	/**
	 * The first good sign among the addresses in these headers; a forged one is as good
	 * as none.
	 */
	public Optional<Sign> among(Collection<String> headers) {
		if (!settings.configured()) {
			return Optional.empty();
		}
		String mailbox = mailbox();
		int at = mailbox.indexOf('@');
		Pattern signed = Pattern.compile(Pattern.quote(mailbox.substring(0, at)) + "\\+(([rb])\\.([0-9a-v]{"
				+ DIGITS_OF_MAIL + "}))\\.([0-9a-v]{" + DIGITS_OF_MAC + "})" + Pattern.quote(mailbox.substring(at)));
		return headers.stream()
			.flatMap(header -> signed.matcher(header.toLowerCase(Locale.ROOT)).results())
			.filter(found -> MessageDigest.isEqual(mac(found.group(1)).getBytes(), found.group(4).getBytes()))
			.flatMap(found -> sign(found.group(2), found.group(3)).stream())
			.findFirst();
	}

	private static Optional<Sign> sign(String letter, String digits) {
		BigInteger number = new BigInteger(digits, RADIX);
		return number.bitLength() > 128 ? Optional.empty()
				: Stream.of(Purpose.values())
					.filter(purpose -> purpose.letter().equals(letter))
					.map(purpose -> new Sign(purpose, new UUID(number.shiftRight(64).longValue(), number.longValue())))
					.findFirst();
	}

	private String mailbox() {
		return EmailAddress.parse(settings.address()).orElseThrow().value();
	}

	private static BigInteger number(UUID mail) {
		return new BigInteger(1,
				ByteBuffer.allocate(16)
					.putLong(mail.getMostSignificantBits())
					.putLong(mail.getLeastSignificantBits())
					.array());
	}

	private String mac(String named) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
			byte[] whole = mac.doFinal(named.getBytes());
			return padded(new BigInteger(1, Arrays.copyOf(whole, BYTES_OF_MAC)), DIGITS_OF_MAC);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("Every Java has HmacSHA256", impossible);
		}
	}

	private static String padded(BigInteger number, int digits) {
		String written = number.toString(RADIX);
		return "0".repeat(digits - written.length()) + written;
	}

}
