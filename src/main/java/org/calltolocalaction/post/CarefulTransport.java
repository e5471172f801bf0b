package org.calltolocalaction.post;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Speaks SMTP as the library does, but names no mailbox to a server that cannot know it: left to itself, the library
 * would cut the letters of {@code łukasz} to those of {@code Bukasz}. Looks at what the server offered on the very
 * connection that the mail takes.
 */
public class CarefulTransport extends SMTPTransport {

	private static final String SMTPUTF8 = "SMTPUTF8";

	private boolean needed;

	/** Called by the library. */
	public CarefulTransport(Session session, URLName address) {
		this(session, address, "smtp", false);
	}

	CarefulTransport(Session session, URLName address, String protocol, boolean encrypted) {
		super(session, address, protocol, encrypted);
	}

	@Override
	public synchronized void sendMessage(Message message, Address[] recipients) throws MessagingException {
		needed = Arrays.stream(recipients).anyMatch(CarefulTransport::needsUtf8);
		if (needed && !offersUtf8()) {
			throw new Utf8NotOffered();
		}
		super.sendMessage(message, recipients);
	}

	/** Asked for only where it is needed: a mail sent with it fails at the first server behind ours that knows it not. */
	@Override
	public boolean supportsExtension(String extension) {
		return super.supportsExtension(extension) && (needed || !SMTPUTF8.equalsIgnoreCase(extension));
	}

	boolean offersUtf8() {
		return super.supportsExtension(SMTPUTF8);
	}

	private static boolean needsUtf8(Address recipient) {
		return recipient instanceof InternetAddress known
				&& known.getAddress().chars().anyMatch(character -> character > 127);
	}

	/** The same where the connection is encrypted from its first byte. */
	public static class Encrypted extends CarefulTransport {

		/** Called by the library. */
		public Encrypted(Session session, URLName address) {
			super(session, address, "smtps", true);
		}

	}

}
