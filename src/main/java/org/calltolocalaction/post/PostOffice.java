package org.calltolocalaction.post;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.post.content.HtmlMail;
import org.calltolocalaction.post.inbox.ReturnAddresses;
import org.calltolocalaction.post.inbox.ReturnAddresses.Purpose;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The one way to the mail server: plain text and a page of the same words, to the very
 * mailbox that is named or to nobody, marked as written by a machine so that no machine
 * answers it.
 */
@Component
public class PostOffice {

	private final JavaMailSender server;

	private final RefusedAddresses refused;

	private final ReturnAddresses returnAddresses;

	private final DeskProperties desk;

	private final Clock clock;

	/**
	 * One for each server, which is one for all mails unless somebody sets another while
	 * the desk runs.
	 */
	private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

	PostOffice(JavaMailSender server, RefusedAddresses refused, ReturnAddresses returnAddresses, DeskProperties desk,
			Clock clock) {
		this.server = server;
		this.refused = refused;
		this.returnAddresses = returnAddresses;
		this.desk = desk;
		this.clock = clock;
		if (server instanceof JavaMailSenderImpl own) {
			speakCarefully(own);
		}
	}

	// Set here and not in the settings, where it could be left out: without it, letters
	// are cut.
	private static void speakCarefully(JavaMailSenderImpl own) {
		own.getJavaMailProperties().setProperty("mail.mime.allowutf8", "true");
		Session session = own.getSession();
		session.getProperties().setProperty("mail.mime.allowutf8", "true");
		try {
			session.setProvider(
					new Provider(Provider.Type.TRANSPORT, "smtp", CarefulTransport.class.getName(), "desk", null));
			session.setProvider(new Provider(Provider.Type.TRANSPORT, "smtps",
					CarefulTransport.Encrypted.class.getName(), "desk", null));
		}
		catch (MessagingException impossible) {
			throw new IllegalStateException("Expected a session that takes another transport", impossible);
		}
	}

	/**
	 * False while the server is known to be in trouble: who has time waits with what
	 * there is to send.
	 */
	public boolean takesMail() {
		return breaker().wouldAdmit();
	}

	/** What is wrong with the server, for operators; nothing while it works. */
	public Optional<String> trouble() {
		return breaker().trouble();
	}

	/**
	 * Sends it, and forgets an earlier refusal where it was taken. Holds no connection to
	 * the database while it speaks with the server, and ends after two minutes at the
	 * latest.
	 * @return what the server said when it took it; empty where that is not known
	 * @throws AddressRefused where the server said no to the recipient for good, or
	 * cannot be told of this mailbox
	 * @throws MailRefused where it said no to this mail for good
	 * @throws ServerTrouble where it takes no mail now, whichever
	 * @throws MailException where it may take this mail later, or the mail could not even
	 * be made
	 */
	public Optional<String> send(OutgoingMail mail) {
		MimeMessage message = message(mail);
		Breaker breaker = breaker();
		if (!breaker.admits()) {
			throw new ServerTrouble(breaker.trouble().orElse("it is asked already"));
		}
		try {
			server.send(message);
		}
		catch (MailException failure) {
			MailException judged = SendingFailure.judged(mail.to(), failure);
			if (judged instanceof ServerTrouble) {
				breaker.failed(reasonOf(judged));
			}
			else {
				breaker.answered();
			}
			throw judged;
		}
		breaker.answered();
		forgetRefusalOf(mail.to());
		return message instanceof AnsweredMessage answered ? answered.answer() : Optional.empty();
	}

	private void forgetRefusalOf(EmailAddress address) {
		try {
			refused.forget(address);
		}
		catch (DataAccessException later) {
			// The mail is out all the same, and the next one forgets it.
		}
	}

	/**
	 * Why it failed, for the log: what the server said, but nothing of a refused sign-in,
	 * which may hold secrets.
	 */
	public static String reasonOf(MailException failure) {
		return SendingFailure.reasonOf(failure);
	}

	private Breaker breaker() {
		String name = server instanceof JavaMailSenderImpl own && own.getHost() != null
				? own.getHost() + ":" + own.getPort() : "of this machine";
		return breakers.computeIfAbsent(name, known -> new Breaker(known, clock));
	}

	private MimeMessage message(OutgoingMail mail) {
		MimeMessage message = server instanceof JavaMailSenderImpl own ? new AnsweredMessage(own.getSession())
				: server.createMimeMessage();
		try {
			nameWhereAnswersGo(message, mail);
			// Written here: with letters of all kinds allowed, the library would leave
			// those of the name as they are.
			message.setHeader("From", sender().toString());
			message.setRecipient(RecipientType.TO, recipient(mail.to()));
			message.setSubject(requireOneLine(mail.subject()), StandardCharsets.UTF_8.name());
			message.setContent(parts(mail));
			message.setSentDate(Date.from(clock.instant()));
			if (mail.messageId().isPresent()) {
				message.setHeader("Message-ID", requireOneLine(mail.messageId().get()));
			}
			if (mail.thread().isPresent()) {
				String thread = requireOneLine(mail.thread().get());
				message.setHeader("In-Reply-To", thread);
				message.setHeader("References", thread);
			}
			if (mail.leave().isPresent()) {
				leave(message, mail.leave().get());
			}
			message.setHeader("Auto-Submitted", "auto-generated");
			message.setContentLanguage(new String[] { mail.language().getLanguage() });
		}
		catch (MessagingException | UnsupportedEncodingException | IllegalArgumentException wrong) {
			throw new MailPreparationException("The mail %s cannot be made".formatted(mail.messageId().orElse("")),
					wrong);
		}
		return message;
	}

	/** Nowhere but to the sender, where the desk has no mailbox. */
	private void nameWhereAnswersGo(MimeMessage message, OutgoingMail mail) throws MessagingException {
		Optional<EmailAddress> replies = returnAddresses.of(mail.messageId(), Purpose.REPLY);
		if (replies.isPresent()) {
			message.setReplyTo(new Address[] { recipient(replies.get()) });
		}
		Optional<EmailAddress> bounces = returnAddresses.of(mail.messageId(), Purpose.BOUNCE);
		if (bounces.isPresent() && message instanceof SMTPMessage envelope) {
			envelope.setEnvelopeFrom(bounces.get().value());
		}
	}

	// The plain part first: who can show both takes the last.
	private MimeMultipart parts(OutgoingMail mail) throws MessagingException {
		MimeMultipart parts = new MimeMultipart("alternative");
		parts.addBodyPart(part("plain", mail.text()));
		Optional<String> page = HtmlMail.of(mail.content(), mail.language(), mail.subject(),
				desk.publicAddress().toString());
		if (page.isPresent()) {
			parts.addBodyPart(part("html", page.get()));
		}
		return parts;
	}

	// Written so that no line is longer than mail servers take, whatever is in it.
	private static MimeBodyPart part(String kind, String text) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, StandardCharsets.UTF_8.name(), kind);
		part.setHeader("Content-Transfer-Encoding", "quoted-printable");
		return part;
	}

	// By one click, where mail programs may be told so (RFC 8058): only over https.
	private static void leave(MimeMessage message, URI page) throws MessagingException {
		message.setHeader("List-Unsubscribe", requireOneLine("<" + page + ">"));
		if ("https".equalsIgnoreCase(page.getScheme())) {
			message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
	}

	private InternetAddress sender() throws MessagingException, UnsupportedEncodingException {
		String from = desk.mailFrom();
		int named = from.indexOf('<');
		EmailAddress address = EmailAddress.parse(from)
			.orElseThrow(() -> new IllegalArgumentException("The sender is no address that a server accepts"));
		InternetAddress sender = recipient(address);
		if (named > 0) {
			// A name as it stands in the configuration may hold letters that a header
			// cannot.
			String name = from.substring(0, named).strip().replaceAll("^\"|\"$", "");
			sender.setPersonal(requireOneLine(name), StandardCharsets.UTF_8.name());
		}
		return sender;
	}

	// Not parsed by the library again: an EmailAddress is exactly one mailbox already.
	private static InternetAddress recipient(EmailAddress address) {
		InternetAddress recipient = new InternetAddress();
		recipient.setAddress(address.value());
		return recipient;
	}

	// The library takes line breaks in headers as they come, and so would anybody who
	// smuggled one in.
	private static String requireOneLine(String header) {
		if (header.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
			throw new IllegalArgumentException("A header of a mail is one line");
		}
		return header;
	}

}
