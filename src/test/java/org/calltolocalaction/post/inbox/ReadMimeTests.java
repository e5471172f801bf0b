package org.calltolocalaction.post.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.calltolocalaction.post.inbox.DeliveryReport.Fate;
import org.calltolocalaction.testing.Costs;
import org.calltolocalaction.testing.Inbox;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a mail is made, it is read as far as it can be, and never fails. */
class ReadMimeTests {

	private static final String PLAIN = "From: ana@city.example\nSubject: Answer\n";

	private final ReadMime mime = new ReadMime(ReturnAddressesTests.signedBy("a secret of the desk"));

	@Test
	void a_plain_answer_is_read() throws Exception {
		IncomingMail mail = read("""
				From: =?utf-8?q?Ana_P=C3=A9rez?= <Ana@City.example>
				To: desk@example.org
				Subject: =?iso-8859-1?q?R=E9ponse?=
				Message-ID: <one@city.example>
				In-Reply-To: <b@desk.example>
				References: <a@desk.example>
				  <b@desk.example>
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary="x"

				--x
				Content-Type: multipart/alternative; boundary="y"

				--y
				Content-Type: text/plain; charset=iso-8859-1
				Content-Transfer-Encoding: quoted-printable

				Ma r=E9ponse
				--y
				Content-Type: text/html

				<p>Not this</p>
				--y--
				--x
				Content-Type: application/pdf
				Content-Disposition: attachment; filename="=?utf-8?q?l=C3=A9ttre.pdf?="
				Content-Transfer-Encoding: base64

				JVBERi0=
				--x--
				""");

		assertThat(mail.from()).isEqualTo("ana@city.example");
		assertThat(mail.subject()).isEqualTo("Réponse");
		assertThat(mail.text()).isEqualTo("Ma réponse");
		assertThat(mail.answers()).containsExactly("<b@desk.example>", "<a@desk.example>");
		assertThat(mail.automatic()).isFalse();
		assertThat(mail.files()).singleElement().satisfies(file -> {
			assertThat(file.name()).isEqualTo("léttre.pdf");
			assertThat(file.content()).asString().isEqualTo("%PDF-");
		});
	}

	@Test
	void what_html_says_is_read_where_there_is_no_plain_text_with_quotes_marked() throws Exception {
		IncomingMail mail = read(PLAIN + "Content-Type: text/html; charset=utf-8\n\n<html><head><style>p{}</style>"
				+ "</head><body><p>Good<br>morning</p><script>evil()</script><blockquote>Quoted</blockquote></body>");

		assertThat(mail.text()).isEqualTo("Good\nmorning\n\n> Quoted");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "failed | 5.1.1 | FAILED", "delayed | 4.4.1 | DELAYED",
			"failed | 4.4.7 | FAILED", "delivered | 2.1.5 | WENT_ON", "rubbish | x | WENT_ON" })
	void a_report_says_what_became_of_which_mail(String action, String status, Fate fate) throws Exception {
		IncomingMail mail = read(Inbox.report("desk@example.org", action, status, "<m@desk.example>"));

		assertThat(mail.report()).hasValueSatisfying(report -> {
			assertThat(report.fate()).isEqualTo(fate);
			assertThat(report.of()).contains("<m@desk.example>");
		});
		assertThat(mail.automatic()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated; x=y", "Precedence: bulk",
			"Precedence: auto_reply", "X-Autoreply: yes", "Return-Path: <>",
			"Content-Type: multipart/report; report-type=disposition-notification; boundary=b" })
	void what_a_machine_wrote_shows_it_in_a_header(String header) throws Exception {
		assertThat(read(header + "\n" + PLAIN + "\nI am away").automatic()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Out of office: Re: Your pledge", "Automatic reply: pledge", "Fuera de la oficina",
			"Respuesta automática: su compromiso", "Re: Réponse automatique : votre engagement", "Absence du bureau",
			"Abwesenheitsnotiz" })
	void or_in_its_subject(String subject) throws Exception {
		assertThat(read("From: ana@city.example\nSubject: " + subject + "\n\nI am away").automatic()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: no", "Precedence: first-class", "X-Other: bulk",
			"Subject: Our office is out of town" })
	void what_a_person_wrote_is_not_taken_for_a_machine(String header) throws Exception {
		assertThat(read(header + "\nFrom: ana@city.example\n\nGood morning").automatic()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Type: text/plain; charset=no-such-thing", "Content-Type: rubbish",
			"Content-Type: text/plain; charset=\"", "Content-Transfer-Encoding: no-such-encoding",
			"Content-Type: text/plain; charset=utf-16; charset=utf-8", "X: \0", "Subject: =?utf-8?b?%%%?=",
			"Subject: =?no-such?q?x?=", "From: =?", "From: <<<>>>", "To: \u202e@\u202e", "References: <<<<",
			"Content-Disposition: inline; size=%ZZ", "" })
	void a_broken_header_loses_no_text(String header) throws Exception {
		assertThat(read(header + (header.isEmpty() ? "" : "\n") + "X-Good: yes\n\nTheir words").text())
			.contains("ords");
	}

	@Test
	void no_sender_no_subject_and_no_body_are_empty() throws Exception {
		IncomingMail mail = read("X: y\n\n");

		assertThat(mail.from()).isEmpty();
		assertThat(mail.subject()).isEmpty();
		assertThat(mail.text()).isEmpty();
		assertThat(read("").text()).isEmpty();
	}

	@Test
	void ten_thousand_headers_and_parts_within_parts_are_read_up_to_a_bound() throws Exception {
		StringBuilder headers = new StringBuilder(PLAIN);
		for (int number = 0; number < 10_000; number++) {
			headers.append("X-").append(number).append(": y\nTo: a").append(number).append("@b.example\n");
		}
		assertThat(read(headers + "\nTheir words").text()).isEqualTo("Their words");

		StringBuilder nested = new StringBuilder(PLAIN).append("MIME-Version: 1.0\n");
		for (int depth = 0; depth < 200; depth++) {
			nested.append("Content-Type: multipart/mixed; boundary=\"b%d\"\n\n--b%d\n".formatted(depth, depth));
		}
		IncomingMail deep = read(nested + "Content-Type: text/plain\n\nToo deep");
		assertThat(deep.text()).isEmpty();
		assertThat(deep.leftOut()).isPositive();

		IncomingMail many = read(PLAIN + "Content-Type: multipart/mixed; boundary=b\n\n"
				+ "--b\nContent-Type: application/x\n\nx\n".repeat(5_000) + "--b--\n");
		assertThat(many.files()).hasSize(ReadMime.MOST_FILES);
	}

	/**
	 * Of eight megabytes each, of which the library makes gigabytes or works for minutes.
	 */
	@ParameterizedTest
	@CsvSource({ "headers", "parts", "headers of a part", "words of a name", "words of a type" })
	void whatever_a_mail_has_millions_of_it_costs_little(String what) throws Exception {
		int most = 8 * 1024 * 1024;
		String parts = PLAIN + "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
		String raw = switch (what) {
			case "headers" -> PLAIN + "a:b\n".repeat(most / 5) + "\nx";
			case "parts" -> parts + "\n--b\n".repeat(most / 7) + "--b--\n";
			case "headers of a part" -> parts + "a:b\n".repeat(most / 5) + "\nx\n--b--\n";
			case "words of a name" -> parts + "Content-Disposition: attachment; filename=\""
					+ "=?utf-8?q?a?= ".repeat(most / 14) + "\"\n\nx\n--b--\n";
			default -> PLAIN + "Content-Type: text/plain; " + "a=b; ".repeat(most / 5) + "\n\nx";
		};
		byte[] mail = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

		IncomingMail read = Costs.within(400, 10, () -> mime.read(mail));

		assertThat(read.from()).isEqualTo("ana@city.example");
	}

	@Test
	void what_is_hidden_in_a_text_is_taken_out_and_a_long_text_ends() throws Exception {
		assertThat(read("Subject: a\u202eb\u0007c\n\nx\0y\u202ez").text()).isEqualTo("xyz");
		assertThat(read(PLAIN + "\n" + "word ".repeat(100_000)).text()).hasSizeLessThanOrEqualTo(ReadMime.LONGEST_TEXT);
	}

	@Test
	void base64_that_breaks_off_is_read_until_there() throws Exception {
		String good = Base64.getEncoder().encodeToString("Their words are here. ".repeat(9).getBytes());

		assertThat(read(PLAIN + "Content-Transfer-Encoding: base64\n\n" + good.substring(0, 81) + "*&%$\u0001").text())
			.startsWith("Their words");
	}

	/** Bytes of good mails changed, cut and doubled at random, the same each time. */
	@RepeatedTest(200)
	void a_mail_in_which_anything_is_changed_is_read(RepetitionInfo repetition) throws Exception {
		Random random = new Random(repetition.getCurrentRepetition());
		byte[] raw = (repetition.getCurrentRepetition() % 2 == 0
				? Inbox.report("desk@example.org", "failed", "5.1.1", "<m@desk.example>")
				: PLAIN + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
						+ "Content-Transfer-Encoding: quoted-printable\n\n<p>=C3=A9</p>\n--b\n"
						+ "Content-Type: application/pdf; name=\"=?utf-8?q?a?=\"\nContent-Transfer-Encoding: base64\n\n"
						+ "JVBERi0=\n--b--\n")
			.getBytes(StandardCharsets.UTF_8);
		for (int change = 0; change < 1 + random.nextInt(20); change++) {
			raw[random.nextInt(raw.length)] = (byte) random.nextInt(256);
		}
		byte[] cut = Arrays.copyOf(raw, random.nextInt(raw.length) + 1);

		assertThat(mime.read(raw)).isNotNull();
		assertThat(mime.read(cut)).isNotNull();
	}

	private IncomingMail read(String raw) throws Exception {
		return mime.read(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
	}

}
