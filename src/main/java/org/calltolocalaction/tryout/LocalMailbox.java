package org.calltolocalaction.tryout;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Keeps mails on this machine instead of sending them: each becomes a file that any mail
 * program opens. Messages are built as they are for a real server, only the last step
 * differs.
 */
class LocalMailbox extends JavaMailSenderImpl {

	private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final String ENDING = ".eml";

	/** No dots and no separators: what matches cannot lead out of the folder. */
	private static final Pattern ID = Pattern.compile("[0-9]{8}T[0-9]{9}Z-[0-9A-Za-z-]{1,120}");

	private static final Logger log = LoggerFactory.getLogger(LocalMailbox.class);

	private final Path folder;

	private final Clock clock;

	LocalMailbox(Path folder, Clock clock) {
		this.folder = folder;
		this.clock = clock;
		// What is written here is read here: no letter is lost on the way.
		getJavaMailProperties().setProperty("mail.mime.allowutf8", "true");
	}

	/** One of the files is no mail, or none any more. */
	static final class UnreadableMail extends RuntimeException {

		UnreadableMail(String message, Exception cause) {
			super(message, cause);
		}

	}

	@Override
	protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
		for (MimeMessage message : messages) {
			try {
				keep(message);
			}
			catch (IOException | MessagingException ex) {
				throw new MailSendException("The mail could not be kept in " + folder, ex);
			}
		}
	}

	@Override
	public void testConnection() throws MessagingException {
		try {
			OwnerOnly.createFolder(folder);
		}
		catch (IOException ex) {
			throw new MessagingException("No mail can be kept in " + folder, ex);
		}
	}

	private void keep(MimeMessage message) throws IOException, MessagingException {
		Instant now = clock.instant();
		if (message.getSentDate() == null) {
			message.setSentDate(Date.from(now));
		}
		String givenId = message.getMessageID();
		message.saveChanges();
		if (givenId != null) {
			// Saving makes a new one; the sender's own is what tells a retry from a
			// second mail.
			message.setHeader("Message-ID", givenId);
		}
		OwnerOnly.createFolder(folder);
		Path unfinished = Files.createTempFile(folder, "incoming-", ".tmp");
		try (OutputStream out = Files.newOutputStream(unfinished)) {
			message.writeTo(out);
		}
		Path finished = folder.resolve(SORTABLE.format(now) + "-" + nameOf(message) + ENDING);
		try {
			Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(unfinished, finished, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static String nameOf(MimeMessage message) throws MessagingException {
		String safe = message.getMessageID().replaceAll("[^0-9A-Za-z]+", "-").replaceAll("^-|-$", "");
		return safe.substring(0, Math.min(120, safe.length()));
	}

	/** What is in the folder. */
	record Contents(List<KeptMail> mails, List<String> unreadable) {
	}

	/**
	 * Everything that was kept, newest first; what cannot be read is named and keeps
	 * nobody from the others.
	 */
	Contents contents() throws IOException {
		List<KeptMail> mails = new ArrayList<>();
		List<String> unreadable = new ArrayList<>();
		for (String id : ids()) {
			try {
				find(id).ifPresent(mails::add);
			}
			catch (UnreadableMail damaged) {
				log.warn("{}", damaged.getMessage(), damaged.getCause());
				unreadable.add(id + ENDING);
			}
		}
		return new Contents(List.copyOf(mails), List.copyOf(unreadable));
	}

	/** Every mail that can be read, newest first. */
	List<KeptMail> all() throws IOException {
		return contents().mails();
	}

	private List<String> ids() throws IOException {
		if (Files.notExists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString())
				.filter(name -> name.endsWith(ENDING))
				.map(name -> name.substring(0, name.length() - ENDING.length()))
				.filter(id -> ID.matcher(id).matches())
				.sorted(Comparator.reverseOrder())
				.toList();
		}
	}

	/**
	 * The mail of that id; nothing where there is none, or where the id is none that this
	 * mailbox gave.
	 */
	Optional<KeptMail> find(String id) {
		if (!ID.matcher(id).matches()) {
			return Optional.empty();
		}
		Path file = folder.resolve(id + ENDING);
		if (!Files.isRegularFile(file)) {
			return Optional.empty();
		}
		try (InputStream in = Files.newInputStream(file)) {
			Instant kept = SORTABLE.parse(id.substring(0, id.indexOf('-')), Instant::from);
			return Optional.of(KeptMail.read(id, kept, new MimeMessage(getSession(), in)));
		}
		// A file that anybody may have changed: dates, encodings and headers fail in ways
		// of their own.
		catch (IOException | MessagingException | RuntimeException ex) {
			throw new UnreadableMail("The mail in " + file + " cannot be read", ex);
		}
	}

}
