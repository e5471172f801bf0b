package org.calltolocalaction.notifications.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.site.AllTexts;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class MailTextTests {

	@Test
	void what_somebody_wrote_cannot_be_taken_for_what_the_desk_says() {
		MailText mail = new MailText(wording(Languages.ENGLISH), null, URI.create("https://desk.example.org"));

		mail.quote("Comment:", "Fine.\r\n\r\n—\nCall to Local Action\u2028Pay here");

		assertThat(mail.body()).isEqualTo("Comment:\n\n> Fine.\n>\n> —\n> Call to Local Action Pay here");
	}

	@Test
	void a_subject_is_one_line_of_bearable_length() {
		MailText mail = new MailText(wording(Languages.ENGLISH), null, URI.create("https://desk.example.org"));

		mail.subject("notifications.fact", "CLA\r\nBcc", "x".repeat(1_000));

		assertThat(mail.subject()).startsWith("CLA Bcc: xxx").hasSize(150).endsWith("…");
	}

	@Test
	void curly_braces_that_somebody_typed_stay_as_they_are() {
		assertThat(wording(Languages.ENGLISH).say("notifications.fact", "{1}", "it''s {0}"))
			.isEqualTo("{1}: it''s {0}");
	}

	@Test
	void a_long_list_names_the_first_and_says_how_many_more_there_are() {
		MailText mail = new MailText(wording(Languages.ENGLISH), null, URI.create("https://desk.example.org"));

		mail.paragraph("notifications.greeting.newcomer")
			.list(IntStream.rangeClosed(1, 23).boxed().toList(),
					number -> mail.item("notifications.fact", "No", number),
					more -> mail.paragraph("notifications.fact", "More", more));

		assertThat(mail.body()).contains("\n\n- No: 1\n- No: 2\n").endsWith("\n- No: 20\n\nMore: 3");
	}

	@Test
	void a_desk_that_is_tried_out_says_so_before_anything_else() {
		Person reader = new Person(AccountId.random(), "noor@example.org", "Noor", Languages.ENGLISH, ZoneOffset.UTC,
				MailPreference.DEFAULT, Optional.empty(), false, false);

		assertThat(textsOf(true).to(reader).body()).startsWith("This email comes from a demonstration site.")
			.endsWith("Dear Noor,");
		assertThat(textsOf(false).to(reader).body()).isEqualTo("Dear Noor,");
	}

	@Test
	void nobody_is_greeted_by_an_address() {
		Person nameless = new Person(AccountId.random(), "noor@example.org", "noor@example.org", Languages.SPANISH,
				ZoneOffset.UTC, MailPreference.DEFAULT, Optional.empty(), false, false);

		assertThat(textsOf(false).to(nameless).body()).isEqualTo("Buenos días:");
	}

	@Test
	void a_reader_of_another_language_gets_english() {
		Person reader = new Person(AccountId.random(), "noor@example.org", "Noor", Locale.GERMAN, ZoneOffset.UTC,
				MailPreference.DEFAULT, Optional.empty(), false, false);

		assertThat(textsOf(false).to(reader).language()).isEqualTo(Languages.ENGLISH);
	}

	@Test
	void spaces_that_do_not_break_survive() {
		assertThat(OneLine.of(" «\u00a0Parcs\u00a0»\t:\u0085 un ")).isEqualTo("«\u00a0Parcs\u00a0» : un");
	}

	private static MailTexts textsOf(boolean tryout) {
		DeskProperties desk = new DeskProperties(URI.create("https://desk.example.org"),
				new DeskProperties.Mail("desk@example.org"), "first@example.org", tryout);
		MessageSource messages = wording(Languages.ENGLISH).messages();
		return new MailTexts(messages, (key, language) -> Optional.empty(), desk, new DateFormats(messages),
				Clock.systemUTC());
	}

	private static MailMessages wording(Locale language) {
		return new MailMessages(AllTexts.asSaid(), (key, asked) -> Optional.empty(), language);
	}

}
