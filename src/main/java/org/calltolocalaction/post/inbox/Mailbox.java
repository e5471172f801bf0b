package org.calltolocalaction.post.inbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Properties;

/**
 * One look into the mailbox, by IMAP: what is not marked as read is new. Nothing is
 * deleted there; what was put aside is marked with a flag besides.
 */
final class Mailbox implements AutoCloseable {

	private static final String PATIENCE = "20000";

	private final Store store;

	private final Folder folder;

	private Mailbox(Store store, Folder folder) {
		this.store = store;
		this.folder = folder;
	}

	/** A mail in the mailbox. */
	interface Waiting {

		/** Tells it from all others, now and later. */
		String uid();

		/** In bytes, as far as the server says. */
		int size() throws MessagingException;

		String header(String name) throws MessagingException;

		/**
		 * All of it.
		 * @throws TooLarge where it is larger than the server said
		 */
		byte[] raw(int most) throws MessagingException, IOException;

		void done(boolean aside) throws MessagingException;

	}

	/** It is larger than was allowed. */
	static final class TooLarge extends IOException {

		TooLarge() {
			super("A mail is larger than the server said");
		}

	}

	/** What is done with each. */
	interface Reader {

		/**
		 * @return whether to go on with the next
		 */
		boolean read(Waiting mail) throws MessagingException;

	}

	static Mailbox open(InboxSettings settings) throws MessagingException {
		String protocol = settings.ssl() ? "imaps" : "imap";
		Properties properties = new Properties();
		for (String timeout : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
			properties.put("mail.%s.%s".formatted(protocol, timeout), PATIENCE);
		}
		properties.put("mail.%s.fetchsize".formatted(protocol), "1048576");
		properties.put("mail.%s.peek".formatted(protocol), "true");
		properties.put("mail.%s.starttls.enable".formatted(protocol), Boolean.toString(!settings.ssl()));
		properties.put("mail.%s.ssl.checkserveridentity".formatted(protocol), "true");
		Store store = Session.getInstance(properties).getStore(protocol);
		try {
			store.connect(settings.host(), settings.port() == 0 ? -1 : settings.port(), settings.user(),
					settings.password());
			Folder folder = store.getFolder(settings.folder());
			folder.open(Folder.READ_WRITE);
			return new Mailbox(store, folder);
		}
		catch (MessagingException failed) {
			store.close();
			throw failed;
		}
	}

	/** The new ones, at most so many, the oldest first. */
	void each(int most, Reader reader) throws MessagingException {
		Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
		long validity = ((UIDFolder) folder).getUIDValidity();
		for (Message message : Arrays.copyOf(unread, Math.min(most, unread.length))) {
			if (!reader.read(new InFolder(message, validity + "." + ((UIDFolder) folder).getUID(message)))) {
				return;
			}
		}
	}

	private record InFolder(Message message, String uid) implements Waiting {

		@Override
		public int size() throws MessagingException {
			return message.getSize();
		}

		@Override
		public String header(String name) throws MessagingException {
			String[] all = message.getHeader(name);
			return all == null || all.length == 0 ? "" : all[0];
		}

		@Override
		public byte[] raw(int most) throws MessagingException, IOException {
			Bounded bytes = new Bounded(most);
			((MimeMessage) message).writeTo(bytes);
			return bytes.read.toByteArray();
		}

		@Override
		public void done(boolean aside) throws MessagingException {
			message.setFlag(Flags.Flag.SEEN, true);
			if (aside) {
				message.setFlag(Flags.Flag.FLAGGED, true);
			}
		}

	}

	private static final class Bounded extends OutputStream {

		private final ByteArrayOutputStream read = new ByteArrayOutputStream();

		private final int most;

		private Bounded(int most) {
			this.most = most;
		}

		@Override
		public void write(int octet) throws IOException {
			require(1);
			read.write(octet);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			require(length);
			read.write(bytes, offset, length);
		}

		private void require(int more) throws TooLarge {
			if (read.size() + more > most) {
				throw new TooLarge();
			}
		}

	}

	@Override
	public void close() {
		try {
			folder.close(false);
			store.close();
		}
		catch (MessagingException gone) {
			// What was marked is marked.
		}
	}

}
