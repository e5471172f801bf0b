package org.calltolocalaction.tryout;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.DateFormats;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the local mailbox, as a person reads it.
 *
 * @param id names its file
 * @param at when it was kept
 * @param html the same as a page, where the mail has that part
 */
record KeptMail(String id, Instant at, String from, String to, String subject, String text, Optional<String> html) {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

	/** Ends before punctuation that belongs to the sentence around the address. */
	private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]");

	static KeptMail read(String id, Instant at, MimeMessage message) throws MessagingException, IOException {
		String text = Objects.requireNonNullElse(firstPart(message, "text/plain"), "");
		return new KeptMail(id, at, people(message, "From"), people(message, "To"),
				Objects.requireNonNullElse(message.getSubject(), ""), text,
				Optional.ofNullable(firstPart(message, "text/html")));
	}

	private static String people(MimeMessage message, String header) throws MessagingException {
		String written = message.getHeader(header, ", ");
		if (written == null) {
			return "";
		}
		try {
			return Stream.of(InternetAddress.parse(written)).map(KeptMail::person).collect(Collectors.joining(", "));
		}
		catch (AddressException none) {
			// Shown as it stands: what is wrong with it is what its reader wants to see.
			return written;
		}
	}

	private static String person(InternetAddress address) {
		String email = EmailAddress.shown(address.getAddress());
		return address.getPersonal() == null ? email : "%s <%s>".formatted(address.getPersonal(), email);
	}

	private static @Nullable String firstPart(Part part, String type) throws MessagingException, IOException {
		if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			return part.getContent().toString();
		}
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				BodyPart inner = parts.getBodyPart(i);
				String found = firstPart(inner, type);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/** When it was kept, in UTC. */
	public String when(Locale language) {
		ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
		return DateFormats.joined(utc.toLocalDate(), CLOCK.format(utc), language) + " (UTC)";
	}

	/**
	 * The text's lines, each cut into pieces of which those that are web addresses can be
	 * followed.
	 */
	public List<List<Piece>> lines() {
		return text.lines().map(KeptMail::pieces).toList();
	}

	private static List<Piece> pieces(String line) {
		List<Piece> pieces = new ArrayList<>();
		Matcher matcher = WEB_ADDRESS.matcher(line);
		int end = 0;
		while (matcher.find()) {
			pieces.add(new Piece(line.substring(end, matcher.start()), false));
			pieces.add(new Piece(matcher.group(), true));
			end = matcher.end();
		}
		pieces.add(new Piece(line.substring(end), false));
		return pieces;
	}

	/**
	 * @param link whether the text is a web address
	 */
	record Piece(String text, boolean link) {
	}

}
