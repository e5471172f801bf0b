package org.calltolocalaction.post.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.post.inbox.DeliveryReport.Fate;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MessageHeaders;

/**
 * Reads what a server reports of a mail. Each of our mails has one recipient, so that
 * what is said of the first is said of the mail.
 */
final class ReadDeliveryReport {

	private static final int LARGEST = 64 * 1024;

	private static final int LONGEST_ANSWER = 400;

	private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

	private ReadDeliveryReport() {
	}

	static Optional<DeliveryReport> of(MimePart part) {
		try {
			DeliveryStatus status = new DeliveryStatus(new ByteArrayInputStream(MimeParts.bytes(part, LARGEST)));
			return status.getRecipientDSNCount() == 0 ? Optional.empty()
					: Optional.of(report(status.getRecipientDSN(0)));
		}
		catch (MessagingException | IOException | RuntimeException unreadable) {
			return Optional.empty();
		}
	}

	private static DeliveryReport report(InternetHeaders recipient) {
		String action = header(recipient, "Action").toLowerCase(Locale.ROOT);
		String answer = header(recipient, "Diagnostic-Code").replaceFirst("(?i)^smtp;\\s*", "");
		Matcher said = STATUS.matcher(header(recipient, "Status") + " " + answer);
		String status = said.find() ? said.group(1) : "";
		// The action decides: who gives up after days says with which passing trouble.
		Fate fate = action.startsWith("failed") ? Fate.FAILED
				: action.startsWith("delayed") ? Fate.DELAYED : Fate.WENT_ON;
		return new DeliveryReport(fate, status, answer.substring(0, Math.min(LONGEST_ANSWER, answer.length())),
				Optional.empty());
	}

	/** Of the mail that a report brings with it, or of its headers alone. */
	static Optional<String> messageId(MimePart part) {
		try {
			String id = new MessageHeaders(new ByteArrayInputStream(MimeParts.bytes(part, LARGEST)))
				.getHeader("Message-ID", null);
			return Optional.ofNullable(id).map(String::strip).filter(one -> !one.isEmpty());
		}
		catch (MessagingException | RuntimeException unreadable) {
			return Optional.empty();
		}
	}

	private static String header(InternetHeaders headers, String name) {
		String[] all = headers.getHeader(name);
		return all == null || all.length == 0 || all[0] == null ? "" : Text.LINE.of(all[0]).strip();
	}

}
