package org.calltolocalaction.post;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Properties;
import org.calltolocalaction.post.Rejection.Stage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Speaks SMTP as the library does, but names no mailbox to a server that cannot know it:
 * left to itself, the library would cut the letters of {@code łukasz} to those of
 * {@code Bukasz}. Looks at what the server offered on the very connection that the mail
 * takes. No conversation is without an end, and a failure says how far it had come.
 */
public class CarefulTransport extends SMTPTransport {

	private static final String SMTPUTF8 = "SMTPUTF8";

	private final SmtpSockets sockets;

	private boolean needed;

	private Stage stage = Stage.SENDER;

	/** Called by the library. */
	public CarefulTransport(Session session, URLName address) {
		this(session, address, "smtp", false);
	}

	CarefulTransport(Session session, URLName address, String protocol, boolean encrypted) {
		this(session, address, protocol, encrypted, new SmtpSockets());
	}

	private CarefulTransport(Session session, URLName address, String protocol, boolean encrypted,
			SmtpSockets sockets) {
		super(patient(session, protocol, sockets), address, protocol, encrypted);
		this.sockets = sockets;
	}

	// Its own, with connections of its own; what the operators set goes before what is
	// set here.
	private static Session patient(Session session, String protocol, SmtpSockets sockets) {
		Properties settings = new Properties();
		settings.putAll(session.getProperties());
		String millis = Long.toString(SmtpSockets.PATIENCE.toMillis());
		for (String timeout : new String[] { ".connectiontimeout", ".timeout", ".writetimeout" }) {
			settings.putIfAbsent("mail." + protocol + timeout, millis);
		}
		if (!settings.containsKey("mail." + protocol + ".socketFactory.class")) {
			settings.putIfAbsent("mail." + protocol + ".socketFactory", sockets);
			settings.put("mail." + protocol + ".socketFactory.fallback", "false");
		}
		// A mail that was taken is taken, whether the server says good-bye or not.
		settings.put("mail." + protocol + ".quitwait", "false");
		return Session.getInstance(settings);
	}

	@Override
	public synchronized void sendMessage(Message message, Address[] recipients) throws MessagingException {
		needed = Arrays.stream(recipients).anyMatch(CarefulTransport::needsUtf8);
		if (needed && !offersUtf8()) {
			throw new Utf8NotOffered();
		}
		try {
			super.sendMessage(message, recipients);
			if (message instanceof AnsweredMessage answered) {
				answered.answered(getLastServerResponse());
			}
		}
		catch (MessagingException failure) {
			throw new Rejection(stage, codeOf(failure), failure);
		}
	}

	@Override
	protected void mailFrom() throws MessagingException {
		stage = Stage.SENDER;
		super.mailFrom();
	}

	@Override
	protected void rcptTo() throws MessagingException {
		stage = Stage.RECIPIENT;
		super.rcptTo();
	}

	@Override
	protected OutputStream data() throws MessagingException {
		stage = Stage.CONTENT;
		return super.data();
	}

	@Override
	protected void finishData() throws IOException, MessagingException {
		sockets.awaitTheLastAnswer();
		super.finishData();
	}

	/**
	 * A connection that cannot be closed properly takes back nothing of what was sent
	 * over it.
	 */
	@Override
	public synchronized void close() throws MessagingException {
		try {
			super.close();
		}
		catch (MessagingException gone) {
			// The library has closed its socket by now.
		}
	}

	private int codeOf(MessagingException failure) {
		for (Exception cause = failure; cause != null; cause = next(cause)) {
			if (cause instanceof SMTPAddressFailedException refused) {
				return refused.getReturnCode();
			}
			if (cause instanceof SMTPSendFailedException refused && next(refused) == null) {
				return refused.getReturnCode();
			}
		}
		int last = getLastReturnCode();
		return last >= 400 ? last : Rejection.NO_ANSWER;
	}

	private static @Nullable Exception next(Exception cause) {
		return cause instanceof MessagingException chained ? chained.getNextException() : null;
	}

	/**
	 * Asked for only where it is needed: a mail sent with it fails at the first server
	 * behind ours that knows it not.
	 */
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
