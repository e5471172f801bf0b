package org.calltolocalaction.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.calltolocalaction.post.inbox.LookIntoMailbox;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mailbox to which answers come, on a real IMAP server: a test puts mails into it,
 * and has the desk look.
 */
public class Inbox {

	private final GreenMail server;

	private final LookIntoMailbox mailbox;

	private final JdbcClient jdbc;

	Inbox(GreenMail server, LookIntoMailbox mailbox, JdbcClient jdbc) {
		this.server = server;
		this.mailbox = mailbox;
		this.jdbc = jdbc;
	}

	/** A mail comes, as it is. */
	public Inbox gets(String raw) {
		server.getUserManager()
			.getUserByEmail(TestMailServer.INBOX)
			.deliver(GreenMailUtil
				.newMimeMessage(new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
		return this;
	}

	/**
	 * The desk looks, as if a minute had passed.
	 * @return how many mails it took or put aside
	 */
	public int isLookedInto() {
		jdbc.sql("delete from inbox_turn").update();
		return mailbox.look();
	}

	/** The address for answers that a mail names. */
	public static String replyAddress(MimeMessage mail) {
		try {
			Address[] all = mail.getReplyTo();
			if (all.length != 1) {
				throw new AssertionError("One address for answers was expected, not " + Arrays.toString(all));
			}
			return all[0].toString();
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	/** An answer as people's programs write it. */
	public static String answer(String from, String to, String text) {
		return """
				From: Somebody <%s>
				To: %s
				Subject: Re: Your pledge
				Message-ID: <%s@city.example>
				MIME-Version: 1.0
				Content-Type: text/plain; charset=utf-8

				%s
				""".formatted(from, to, UUID.randomUUID(), text);
	}

	/** What a server reports of a mail. */
	public static String report(String to, String action, String status, String messageId) {
		return """
				Return-Path: <>
				From: Mail Delivery System <MAILER-DAEMON@mx.city.example>
				To: %s
				Subject: Undelivered Mail Returned to Sender
				Message-ID: <%s@mx.city.example>
				Auto-Submitted: auto-replied
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b"

				--b
				Content-Type: text/plain; charset=us-ascii

				This is the mail system at host mx.city.example.

				--b
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.city.example
				Arrival-Date: Mon, 30 Nov 2026 10:00:00 +0000

				Final-Recipient: rfc822; ana@city.example
				Action: %s
				Status: %s
				Diagnostic-Code: smtp; 550 %s no such user here

				--b
				Content-Type: text/rfc822-headers

				From: Call to Local Action <desk@calltolocalaction.example>
				Message-ID: %s
				Subject: Receipt

				--b--
				""".formatted(to, UUID.randomUUID(), action, status, status, messageId);
	}

}
