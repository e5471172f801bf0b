package org.calltolocalaction.post.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a mail, however it is made: what is broken is left out and counted, and nothing
 * of it takes more than a bounded time or room. Never fails for what stands in a mail.
 */
@Component
class ReadMime {

	/** Parts within parts. */
	static final int DEEPEST = 20;

	static final int MOST_PARTS = 200;

	static final int MOST_FILES = 10;

	static final int LARGEST_FILE = 10 * 1024 * 1024;

	static final int LONGEST_TEXT = 100_000;

	private static final int LONGEST_HTML = 1_000_000;

	private static final int MOST_HEADERS = 50;

	private static final int LONGEST_SUBJECT = 200;

	private static final int LONGEST_ID = 320;

	private static final int MOST_ANSWERED = 20;

	private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,318}>");

	private final ReturnAddresses signs;

	private final Session session = Session.getInstance(new Properties());

	ReadMime(ReturnAddresses signs) {
		this.signs = signs;
	}

	/** What was found so far on the way through the parts. */
	private static final class Found {

		private int parts;

		private int leftOut;

		private @Nullable String plain;

		private @Nullable String html;

		private @Nullable DeliveryReport report;

		private @Nullable String reported;

		private final List<IncomingFile> files = new ArrayList<>();

		private Optional<DeliveryReport> report() {
			return Optional.ofNullable(report)
				.map(known -> new DeliveryReport(known.fate(), known.status(), known.answer(),
						Optional.ofNullable(reported)));
		}

		private String text() {
			String said = plain != null && !plain.isBlank() ? plain : html == null ? "" : HtmlText.of(html);
			String kept = Text.PROSE.of(said).strip();
			return kept.length() > LONGEST_TEXT ? Text.PROSE.of(kept.substring(0, LONGEST_TEXT)) : kept;
		}

	}

	IncomingMail read(byte[] raw) throws MessagingException {
		InternetHeaders headers = new FewHeaders(new ByteArrayInputStream(raw));
		MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw)) {

			@Override
			protected InternetHeaders createInternetHeaders(InputStream all) throws MessagingException {
				return new FewHeaders(all);
			}

		};
		Found found = new Found();
		walk(message, 0, found);
		String from = sender(headers);
		String subject = subject(headers);
		return new IncomingMail(messageId(headers), from, subject, answered(headers),
				MadeByMachine.is(headers, from, subject), found.report(), signs.among(recipients(headers)),
				found.text(), found.files, found.leftOut);
	}

	private static void walk(MimePart part, int depth, Found found) {
		if (depth > DEEPEST || ++found.parts > MOST_PARTS) {
			found.leftOut++;
			return;
		}
		String type = MimeParts.type(part);
		if (type.startsWith("multipart/")) {
			walkAll(part, depth, found);
		}
		else if (type.equals("message/delivery-status")) {
			found.report = found.report != null ? found.report : ReadDeliveryReport.of(part).orElse(null);
		}
		else if (type.equals("message/rfc822") || type.equals("text/rfc822-headers")
				|| type.equals("message/global-headers")) {
			found.reported = found.reported != null ? found.reported : ReadDeliveryReport.messageId(part).orElse(null);
		}
		else if (type.startsWith("text/") && !MimeParts.attached(part) && MimeParts.fileName(part).isEmpty()) {
			takeText(part, type, found);
		}
		else {
			takeFile(part, found);
		}
	}

	private static void walkAll(MimePart part, int depth, Found found) {
		try {
			FewParts.Found parts = FewParts.of(new MimePartDataSource(part), MOST_PARTS);
			found.leftOut += parts.more() ? 1 : 0;
			for (MimePart each : parts.parts()) {
				if (found.parts <= MOST_PARTS) {
					walk(each, depth + 1, found);
				}
			}
		}
		catch (MessagingException | RuntimeException broken) {
			found.leftOut++;
		}
	}

	private static void takeText(MimePart part, String type, Found found) {
		if (type.equals("text/html")) {
			found.html = found.html != null ? found.html : MimeParts.text(part, LONGEST_HTML);
		}
		else if (found.plain == null || found.plain.length() < LONGEST_TEXT) {
			String more = MimeParts.text(part, 4 * LONGEST_TEXT);
			found.plain = found.plain == null ? more : found.plain + "\n" + more;
		}
	}

	private static void takeFile(MimePart part, Found found) {
		if (found.files.size() >= MOST_FILES) {
			found.leftOut++;
			return;
		}
		byte[] content = MimeParts.bytes(part, LARGEST_FILE + 1);
		if (content.length == 0 || content.length > LARGEST_FILE) {
			found.leftOut++;
		}
		else {
			found.files.add(new IncomingFile(MimeParts.fileName(part), content));
		}
	}

	private static String sender(InternetHeaders headers) {
		for (String header : all(headers, "From")) {
			try {
				for (InternetAddress address : InternetAddress.parseHeader(header, false)) {
					Optional<EmailAddress> known = Optional.ofNullable(address.getAddress())
						.flatMap(EmailAddress::parse);
					if (known.isPresent()) {
						return known.get().value();
					}
				}
			}
			catch (MessagingException | RuntimeException noAddress) {
				// The next one may be.
			}
		}
		return "";
	}

	private static String subject(InternetHeaders headers) {
		String subject = all(headers, "Subject").stream()
			.findFirst()
			.map(MimeParts::decoded)
			.map(Text.NAME::of)
			.orElse("");
		return Text.NAME.of(subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length())));
	}

	private static String messageId(InternetHeaders headers) {
		return all(headers, "Message-ID").stream()
			.map(Text.LINE::of)
			.map(String::strip)
			.filter(id -> id.length() <= LONGEST_ID)
			.findFirst()
			.orElse("");
	}

	/** What it answers itself, then what that answered, the nearest first. */
	private static List<String> answered(InternetHeaders headers) {
		List<String> references = all(headers, "References").stream()
			.flatMap(header -> MESSAGE_ID.matcher(header).results().map(MatchResult::group))
			.collect(Collectors.toCollection(ArrayList::new));
		Collections.reverse(references);
		return Stream
			.concat(all(headers, "In-Reply-To").stream()
				.flatMap(header -> MESSAGE_ID.matcher(header).results().map(MatchResult::group)), references.stream())
			.distinct()
			.limit(MOST_ANSWERED)
			.toList();
	}

	private static List<String> recipients(InternetHeaders headers) {
		return Stream.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc")
			.flatMap(name -> all(headers, name).stream())
			.toList();
	}

	private static List<String> all(InternetHeaders headers, String name) {
		String[] all = headers.getHeader(name);
		return all == null ? List.of() : Stream.of(all).limit(MOST_HEADERS).filter(one -> one != null).toList();
	}

}
