package org.calltolocalaction.notifications.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
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

	private static final Deadline DEADLINE = Deadline.byDefault(new EditionYear(2026));

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

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
	void a_deadline_is_told_in_the_editions_zone_and_in_the_readers() {
		assertThat(in(Languages.ENGLISH, PARIS, "2026-09-20T10:00:00Z").deadline(DEADLINE))
			.isEqualTo("1 October 2026, 23:59:59 (anywhere on Earth, UTC−12), which is 2 October 2026, 13:59:59 "
					+ "(Central European Summer Time, UTC+2) in your time zone (12 days left)");
	}

	@Test
	void french_begins_a_month_with_an_ordinal() {
		MailTimes here = in(Languages.FRENCH, ZoneOffset.UTC, "2026-10-01T23:30:00Z");

		assertThat(here.here(Instant.parse("2026-10-01T01:02:03Z"))).isEqualTo("1er octobre 2026 à 01:02:03 (UTC)");
		assertThat(here.here(Instant.parse("2026-10-11T01:02:03Z"))).isEqualTo("11 octobre 2026 à 01:02:03 (UTC)");
	}

	@Test
	void a_reader_on_the_editions_own_clock_reads_it_once() {
		Deadline decreedInParis = new Deadline(LocalDateTime.of(2026, 10, 1, 18, 0), PARIS, Deadline.DEFAULT_GRACE);

		assertThat(in(Languages.SPANISH, PARIS, "2026-10-02T00:00:00Z").deadline(decreedInParis))
			.isEqualTo("1 de octubre de 2026, 18:00:00 (hora de verano de Europa central, UTC+2), plazo ya vencido");
	}

	@Test
	void on_the_last_day_the_hours_are_counted() {
		assertThat(in(Languages.ENGLISH, PARIS, "2026-10-02T03:00:00Z").deadline(DEADLINE)).endsWith("(8 hours left)");
		assertThat(in(Languages.SPANISH, PARIS, "2026-10-02T10:30:00Z").deadline(DEADLINE)).endsWith("(queda 1 hora)");
		assertThat(in(Languages.FRENCH, PARIS, "2026-10-02T11:30:00Z").deadline(DEADLINE))
			.endsWith("(il reste moins d’une heure)");
	}

	@Test
	void days_are_counted_as_people_count_them() {
		assertThat(daysLeftAt("2026-09-18T11:59:59Z")).isEqualTo(14);
		assertThat(daysLeftAt("2026-09-18T12:30:00Z")).isEqualTo(14);
		assertThat(daysLeftAt("2026-09-19T00:00:00Z")).isEqualTo(13);
		assertThat(daysLeftAt("2026-10-02T00:00:00Z")).isZero();
		assertThat(daysLeftAt("2026-10-03T00:00:00Z")).isZero();
	}

	@Test
	void a_desk_that_is_tried_out_says_so_before_anything_else() {
		Person reader = new Person(AccountId.random(), "noor@example.org", "Noor", Languages.ENGLISH, ZoneOffset.UTC,
				MailPreference.DEFAULT, Optional.empty(), false, false);

		assertThat(lettersOf(true).to(reader).body()).startsWith("This email comes from a demonstration site.")
			.endsWith("Dear Noor,");
		assertThat(lettersOf(false).to(reader).body()).isEqualTo("Dear Noor,");
	}

	@Test
	void nobody_is_greeted_by_an_address() {
		Person nameless = new Person(AccountId.random(), "noor@example.org", "noor@example.org", Languages.SPANISH,
				ZoneOffset.UTC, MailPreference.DEFAULT, Optional.empty(), false, false);

		assertThat(lettersOf(false).to(nameless).body()).isEqualTo("Buenos días:");
	}

	@Test
	void a_reader_of_another_language_gets_english() {
		Person reader = new Person(AccountId.random(), "noor@example.org", "Noor", Locale.GERMAN, ZoneOffset.UTC,
				MailPreference.DEFAULT, Optional.empty(), false, false);

		assertThat(lettersOf(false).to(reader).language()).isEqualTo(Languages.ENGLISH);
	}

	@Test
	void spaces_that_do_not_break_survive() {
		assertThat(OneLine.of(" «\u00a0Parcs\u00a0»\t:\u0085 un ")).isEqualTo("«\u00a0Parcs\u00a0» : un");
	}

	private static MailTexts lettersOf(boolean tryout) {
		DeskProperties desk = new DeskProperties(URI.create("https://desk.example.org"),
				new DeskProperties.Mail("desk@example.org"), "first@example.org", tryout);
		MessageSource messages = wording(Languages.ENGLISH).messages();
		return new MailTexts(messages, desk, new DateFormats(messages), Clock.systemUTC());
	}

	private static long daysLeftAt(String now) {
		return in(Languages.ENGLISH, PARIS, now).daysLeft(DEADLINE.zoned());
	}

	private static MailTimes in(Locale language, ZoneId zone, String now) {
		MailMessages messages = wording(language);
		return new MailTimes(new DateFormats(messages.messages()), messages, zone, Instant.parse(now));
	}

	private static MailMessages wording(Locale language) {
		return new MailMessages(AllTexts.asSaid(), language);
	}

}
