package org.calltolocalaction.notifications;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.calltolocalaction.kernel.DeskProperties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Speaks with the mail server: plain text in UTF-8, marked as written by a machine so that no machine answers it. */
@Component
class Postman {

	private static final int LONGEST_REASON = 400;

	private final JavaMailSender server;

	private final DeskProperties desk;

	private final Clock clock;

	Postman(JavaMailSender server, DeskProperties desk, Clock clock) {
		this.server = server;
		this.desk = desk;
		this.clock = clock;
	}

	/** @throws MailException where the server did not take the mail, or it could not even be made */
	void send(Envelope mail) {
		server.send(message(mail));
	}

	/** Why it failed, for the log: what the server said, but nothing of a refused sign-in, which may hold secrets. */
	static String reasonOf(MailException failure) {
		if (failure instanceof MailAuthenticationException) {
			return "The mail server refused the desk's user name or password";
		}
		Throwable cause = failure.getMostSpecificCause();
		if (failure instanceof MailSendException send && send.getFailedMessages().size() == 1) {
			cause = send.getFailedMessages().values().iterator().next();
		}
		return OneLine.of("%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage()), LONGEST_REASON);
	}

	private MimeMessage message(Envelope mail) {
		MimeMessage message = server.createMimeMessage();
		try {
			message.setFrom(sender());
			message.setRecipient(RecipientType.TO, recipient(mail.recipient()));
			message.setSubject(requireOneLine(mail.subject()), StandardCharsets.UTF_8.name());
			message.setText(mail.body(), StandardCharsets.UTF_8.name());
			message.setSentDate(Date.from(clock.instant()));
			message.setHeader("Message-ID", mail.messageId());
			message.setHeader("Auto-Submitted", "auto-generated");
			message.setContentLanguage(new String[] { mail.language() });
		}
		catch (MessagingException | UnsupportedEncodingException | IllegalArgumentException wrong) {
			throw new MailPreparationException("The mail " + mail.messageId() + " cannot be made", wrong);
		}
		return message;
	}

	private InternetAddress sender() throws MessagingException, UnsupportedEncodingException {
		InternetAddress sender = new InternetAddress(desk.mailFrom());
		// A name as it stands in the configuration may hold letters that a header cannot.
		sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
		return sender;
	}

	private static InternetAddress recipient(String address) throws MessagingException {
		int at = requireOneLine(address).lastIndexOf('@');
		return new InternetAddress(address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)), true);
	}

	// The library takes line breaks in headers as they come, and so would anybody who smuggled one in.
	private static String requireOneLine(String header) {
		if (!header.equals(OneLine.of(header))) {
			throw new IllegalArgumentException("A header of a mail is one line");
		}
		return header;
	}

}
