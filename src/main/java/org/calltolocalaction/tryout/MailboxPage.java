package org.calltolocalaction.tryout;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.calltolocalaction.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows the mails that were kept on this machine; where they are sent for real, it says
 * so.
 */
@Controller
@ConditionalOnTryOut
class MailboxPage {

	/** As every page, and with a mail of this mailbox in a frame. */
	private static final String SHOWS_A_MAIL = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'; frame-src 'self'";

	/**
	 * What is kept on this machine.
	 *
	 * @param smtpHost where mails are sent for real, and nothing is kept; else null
	 * @param folder in which they are files
	 * @param unreadable the files that are damaged
	 */
	record KeptMailsPage(@Nullable String smtpHost, @Nullable Path folder, List<KeptMail> mails,
			List<String> unreadable) {
	}

	/** One mail, as its reader would see it. */
	record MailPage(KeptMail mail) {
	}

	private final ObjectProvider<LocalMailbox> mailbox;

	private final DataFolder folder;

	private final Environment environment;

	MailboxPage(ObjectProvider<LocalMailbox> mailbox, DataFolder folder, Environment environment) {
		this.mailbox = mailbox;
		this.folder = folder;
		this.environment = environment;
	}

	@GetMapping("/dev/mailbox")
	String list(Model model) throws IOException {
		model.addAttribute("page", page());
		return "tryout/mailbox";
	}

	@GetMapping("/dev/mailbox/{id}")
	String show(@PathVariable String id, Model model, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", SHOWS_A_MAIL);
		model.addAttribute("page", new MailPage(mail(id)));
		return "tryout/mail";
	}

	/**
	 * A document of its own, without scripts and without anything from elsewhere,
	 * whatever the mail says; also within the page that shows the mail. What it leads to
	 * opens beside it.
	 */
	@GetMapping("/dev/mailbox/{id}/html")
	ResponseEntity<byte[]> html(@PathVariable String id) {
		String html = mail(id).html().orElseThrow(() -> new NotFound("the page of mail " + id));
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.header("Content-Security-Policy",
					"sandbox allow-popups allow-popups-to-escape-sandbox; "
							+ "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
			.body(html.replaceFirst("<head>", "<head><base target=\"_blank\">").getBytes(StandardCharsets.UTF_8));
	}

	private KeptMailsPage page() throws IOException {
		LocalMailbox local = mailbox.getIfAvailable();
		if (local == null) {
			return new KeptMailsPage(environment.getProperty("spring.mail.host"), null, List.of(), List.of());
		}
		LocalMailbox.Contents contents = local.contents();
		return new KeptMailsPage(null, folder.mailbox(), contents.mails(), contents.unreadable());
	}

	private KeptMail mail(String id) {
		try {
			return mailbox.stream()
				.findFirst()
				.flatMap(local -> local.find(id))
				.orElseThrow(() -> new NotFound("mail " + id));
		}
		catch (LocalMailbox.UnreadableMail damaged) {
			throw new NotFound("mail " + id + " that can be read");
		}
	}

}
