package org.calltolocalaction.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.calltolocalaction.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.MimeMessageHelper;

class LocalMailboxTests {

	private static final Instant MORNING = Instant.parse("2026-09-30T08:15:30.123Z");

	private final MutableClock clock = new MutableClock();

	@TempDir
	private Path temporary;

	private Path folder;

	private LocalMailbox mailbox;

	@BeforeEach
	void anEmptyMailbox() {
		clock.set(MORNING);
		folder = temporary.resolve("mailbox");
		mailbox = new LocalMailbox(folder, clock);
	}

	@Test
	void a_mailbox_to_which_nothing_came_is_empty() throws Exception {
		assertThat(mailbox.all()).isEmpty();
	}

	@Test
	void a_mail_is_kept_as_it_was_written() throws Exception {
		send("ana@example.org", "Recibo: São Paulo – العربية", "Línea 1\nLínea 2");

		assertThat(mailbox.all()).singleElement().satisfies(mail -> {
			assertThat(mail.to()).isEqualTo("ana@example.org");
			assertThat(mail.from()).isEqualTo("Call to Local Action <desk@example.org>");
			assertThat(mail.subject()).isEqualTo("Recibo: São Paulo – العربية");
			assertThat(mail.text().lines()).containsExactly("Línea 1", "Línea 2");
			assertThat(mail.at()).isEqualTo(MORNING);
			assertThat(mail.html()).isEmpty();
		});
	}

	@Test
	void the_newest_mail_comes_first() throws Exception {
		send("ana@example.org", "first", "");
		clock.advance(Duration.ofSeconds(1));
		send("ana@example.org", "second", "");

		assertThat(mailbox.all()).extracting(KeptMail::subject).containsExactly("second", "first");
	}

	@Test
	void two_mails_of_the_same_instant_are_two_files_that_a_mail_program_opens() throws Exception {
		send("ana@example.org", "one", "");
		send("ben@example.org", "other", "");

		assertThat(mailbox.all()).hasSize(2);
		try (var files = Files.list(folder)) {
			assertThat(files.map(file -> file.getFileName().toString())).hasSize(2)
				.allMatch(name -> name.startsWith("20260930T081530123Z-") && name.endsWith(".eml"));
		}
	}

	@Test
	void a_mail_that_is_half_written_is_not_shown() throws Exception {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("incoming-1.tmp"), "From: somebody");

		assertThat(mailbox.all()).isEmpty();
	}

	@Test
	void the_id_that_the_sender_gave_a_mail_stays() throws Exception {
		MimeMessage message = mailbox.createMimeMessage();
		message.setText("text");
		message.saveChanges();
		message.setHeader("Message-ID", "<receipt-1@calltolocalaction.example>");
		mailbox.send(message);

		assertThat(mailbox.all()).singleElement()
			.satisfies(mail -> assertThat(mail.id()).endsWith("-receipt-1-calltolocalaction-example"));
	}

	@Test
	void of_a_mail_with_two_forms_both_can_be_read() throws Exception {
		MimeMessage message = mailbox.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
		helper.setTo("ana@example.org");
		helper.setText("plain", "<p>page</p>");
		mailbox.send(message);

		KeptMail mail = mailbox.all().get(0);
		assertThat(mail.text()).isEqualTo("plain");
		assertThat(mail.html()).contains("<p>page</p>");
	}

	@Test
	void addresses_in_the_text_can_be_followed_without_the_full_stop_behind_them() throws Exception {
		send("ana@example.org", "link", "See http://localhost:8080/sign-in?token=a-b. <script>alert(1)</script>");

		assertThat(mailbox.all().get(0).lines()).singleElement()
			.satisfies(line -> assertThat(line).containsExactly(new KeptMail.Piece("See ", false),
					new KeptMail.Piece("http://localhost:8080/sign-in?token=a-b", true),
					new KeptMail.Piece(". <script>alert(1)</script>", false)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../secret", "..%2Fsecret", "..", "", "/etc/passwd", "20260930T081530123Z-../../secret",
			"20260930T081530123Z-a.b", "20260930T081530123Z-a/b", "20260930T081530123Z-a\\b",
			"20260930T081530123Z-a\0" })
	void no_id_leads_out_of_the_folder(String id) throws Exception {
		send("ana@example.org", "subject", "");
		Files.writeString(temporary.resolve("secret.eml"), "Subject: not for you\n\n");

		assertThat(mailbox.find(id)).isEmpty();
	}

	@Test
	void the_id_of_a_mail_finds_it() throws Exception {
		send("ana@example.org", "subject", "");

		assertThat(mailbox.find(mailbox.all().get(0).id())).map(KeptMail::subject).contains("subject");
		assertThat(mailbox.find("20260930T081530123Z-no-such-mail")).isEmpty();
	}

	private void send(String to, String subject, String text) {
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom("Call to Local Action <desk@example.org>");
		message.setTo(to);
		message.setSubject(subject);
		message.setText(text);
		mailbox.setDefaultEncoding("UTF-8");
		mailbox.send(message);
	}

}
