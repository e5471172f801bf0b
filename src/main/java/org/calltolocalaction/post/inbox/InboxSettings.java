package org.calltolocalaction.post.inbox;

import java.time.Duration;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which answers come. Without a host there is none: nothing is asked for
 * mails, and mails name no address for answers.
 *
 * @param host of the IMAP server; empty where there is none
 * @param port 0 for the usual one
 * @param ssl whether the connection is encrypted from its first byte; else it is
 * encrypted where the server can
 * @param folder which is read, and marked as read; nobody else should mark mails there
 * @param poll how long nobody looks for mails
 * @param address which the mailbox has; the server must deliver
 * {@code local+anything@domain} there, too
 * @param secret from which the signs in those addresses are made; empty for one that is
 * made at the first start and kept in the database
 */
@ConfigurationProperties("desk.inbox")
public record InboxSettings(@DefaultValue("") String host, @DefaultValue("0") int port, @DefaultValue("") String user,
		@DefaultValue("") String password, @DefaultValue("true") boolean ssl, @DefaultValue("INBOX") String folder,
		@DefaultValue("1m") Duration poll, @DefaultValue("") String address, @DefaultValue("") String secret) {

	/** A desk without a mailbox. */
	public static final InboxSettings NONE = new InboxSettings("", 0, "", "", true, "INBOX", Duration.ofMinutes(1), "",
			"");

	/** With the sign behind it, it stays within the 64 octets that servers take. */
	private static final int LONGEST_LOCAL_PART = 64 - ReturnAddresses.LENGTH_OF_SIGN;

	private static final Duration SHORTEST = Duration.ofSeconds(5);

	private static final int SHORTEST_SECRET = 16;

	public InboxSettings {
		if (!host.isBlank()) {
			String local = EmailAddress.parse(address)
				.map(EmailAddress::value)
				.map(known -> known.substring(0, known.indexOf('@')))
				.orElseThrow(() -> new IllegalArgumentException(
						"desk.inbox.address: with a mailbox, its address was expected"));
			if (local.length() > LONGEST_LOCAL_PART || local.contains("+") || local.chars().anyMatch(at -> at > 127)) {
				throw new IllegalArgumentException(
						"desk.inbox.address: before the @, at most %d plain letters were expected, without a +"
							.formatted(LONGEST_LOCAL_PART));
			}
			if (poll.compareTo(SHORTEST) < 0) {
				throw new IllegalArgumentException("desk.inbox.poll: at least 5 seconds were expected, not " + poll);
			}
			if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
				throw new IllegalArgumentException("desk.inbox.secret: at least 16 letters were expected");
			}
		}
	}

	/** Whether there is a mailbox. */
	public boolean configured() {
		return !host.isBlank();
	}

	/** Without what is secret. */
	@Override
	public String toString() {
		return "InboxSettings[%s:%d, %s]".formatted(host, port, folder);
	}

}
