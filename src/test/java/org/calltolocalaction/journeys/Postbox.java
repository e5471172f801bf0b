package org.calltolocalaction.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.calltolocalaction.testing.Deliveries;
import org.calltolocalaction.testing.ReceivedMail;

/** The mailboxes of everybody in a journey. */
final class Postbox {

	private static final Pattern SIGN_IN_LINK = Pattern.compile("https?://\\S+/sign-in/link\\?\\S+");

	private final GreenMail server;

	private final Deliveries deliveries;

	Postbox(GreenMail server, Deliveries deliveries) {
		this.server = server;
		this.deliveries = deliveries;
	}

	/**
	 * The link of the mail that the person asked for on the sign-in page; it is sent
	 * after the page was answered.
	 */
	String signInLinkOf(String email) {
		return Awaitility.await("a mail with a link to " + email)
			.atMost(Duration.ofSeconds(10))
			.until(() -> Arrays.stream(server.getReceivedMessages())
				.filter(mail -> isTo(mail, email))
				.flatMap(mail -> SIGN_IN_LINK.matcher(read(mail)).results().map(MatchResult::group))
				.reduce((older, newer) -> newer), Optional::isPresent)
			.orElseThrow();
	}

	/**
	 * Has everything delivered that is on its way to the person, and opens all of it:
	 * subjects and texts.
	 */
	String everythingTo(String email) {
		return received(email).stream().map(Postbox::read).collect(Collectors.joining("\n\n"));
	}

	// The clock of a journey stands still, so that mails of one journey may come in any
	// order.
	private List<MimeMessage> received(String email) {
		deliveries.deliverTo(email);
		List<MimeMessage> received = Arrays.stream(server.getReceivedMessages())
			.filter(mail -> isTo(mail, email))
			.toList();
		assertThat(received).as("mails to " + email).isNotEmpty();
		return received;
	}

	private static boolean isTo(MimeMessage mail, String email) {
		try {
			return mail.getRecipients(RecipientType.TO)[0].toString().contains(email);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A mail could not be read", ex);
		}
	}

	private static String read(MimeMessage mail) {
		try {
			return mail.getSubject() + "\n" + ReceivedMail.text(mail);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A mail could not be read", ex);
		}
	}

}
