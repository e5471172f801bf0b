package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.site.AllTexts;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class ReaderTimesTests {

	private static final Deadline DEADLINE = Deadline.byDefault(new EditionYear(2026));

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private static final Deadline DECREED_IN_PARIS = new Deadline(LocalDateTime.of(2026, 10, 1, 18, 0), PARIS,
			Deadline.DEFAULT_GRACE);

	@Test
	void a_deadline_is_told_in_the_editions_zone_and_in_the_readers() {
		assertThat(in(Languages.ENGLISH, PARIS, "2026-09-20T10:00:00Z").deadline(DEADLINE))
			.isEqualTo("1 October 2026, 23:59:59 (anywhere on Earth, UTC−12), which is 2 October 2026, 13:59:59 "
					+ "(Central European Summer Time, UTC+2) in your time zone (12 days left)");
	}

	@Test
	void a_reader_on_the_editions_own_clock_reads_it_once() {
		ReaderTimes times = in(Languages.SPANISH, PARIS, "2026-10-02T00:00:00Z");

		assertThat(times.sameClock(DECREED_IN_PARIS)).isTrue();
		assertThat(times.deadline(DECREED_IN_PARIS))
			.isEqualTo("1 de octubre de 2026, 18:00:00 (hora de verano de Europa central, UTC+2), plazo ya vencido");
	}

	@Test
	void a_deadline_at_midnight_ends_its_day_for_whoever_is_there() {
		Deadline midnight = new Deadline(LocalDateTime.of(2026, 10, 2, 0, 0), PARIS, Deadline.DEFAULT_GRACE);
		ReaderTimes times = in(Languages.ENGLISH, ZoneOffset.UTC, "2026-09-20T10:00:00Z");

		assertThat(times.decreed(midnight)).isEqualTo("1 October 2026, 24:00:00 (Central European Summer Time, UTC+2)");
		assertThat(times.own(midnight)).isEqualTo("1 October 2026, 22:00:00 (UTC)");
		assertThat(times.sameClock(midnight)).isFalse();
	}

	@Test
	void what_is_due_at_an_instant_is_told_where_it_is_kept_and_where_the_reader_lives() {
		Instant due = Instant.parse("2026-10-05T23:59:59Z");

		assertThat(in(Languages.ENGLISH, PARIS, "2026-10-05T10:00:00Z").limit(due, ZoneOffset.UTC))
			.isEqualTo("5 October 2026, 23:59:59 (UTC), which is 6 October 2026, 01:59:59 "
					+ "(Central European Summer Time, UTC+2) in your time zone (13 hours left)");
		assertThat(in(Languages.ENGLISH, ZoneOffset.UTC, "2026-10-05T10:00:00Z").limit(due, ZoneOffset.UTC))
			.isEqualTo("5 October 2026, 23:59:59 (UTC), 13 hours left");
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
	void a_page_says_how_far_off_it_is() {
		ReaderTimes times = in(Languages.ENGLISH, PARIS, "2026-09-20T10:00:00Z");
		Instant ahead = Instant.parse("2026-10-02T13:00:00Z");
		Instant before = Instant.parse("2026-09-20T07:00:00Z");

		assertThat(times.distance(ahead)).isEqualTo("in 12 days and 3 hours");
		assertThat(times.distance(before)).isEqualTo("3 hours ago");
		assertThat(times.length(before)).isEqualTo("3 hours");
		assertThat(times.passed(ahead)).isFalse();
		assertThat(times.passed(before)).isTrue();
		assertThat(times.passed(Instant.parse("2026-09-20T10:00:00Z"))).isTrue();
	}

	@Test
	void a_page_names_the_readers_zone_once_and_gives_its_times_without() {
		ReaderTimes times = in(Languages.ENGLISH, PARIS, "2026-09-20T10:00:00Z");

		assertThat(times.ownZone()).isEqualTo("Central European Summer Time, UTC+2");
		assertThat(times.at(Instant.parse("2026-09-20T22:30:00Z"))).isEqualTo("21 September 2026, 00:30");
	}

	@Test
	void a_day_is_the_one_where_the_reader_lives_unless_it_is_the_same_everywhere() {
		ReaderTimes times = in(Languages.FRENCH, PARIS, "2026-09-20T10:00:00Z");

		assertThat(times.day(Instant.parse("2026-09-30T22:30:00Z"))).isEqualTo("1er octobre 2026");
		assertThat(times.day(LocalDate.of(2026, 9, 30))).isEqualTo("30 septembre 2026");
	}

	@Test
	void french_begins_a_month_with_an_ordinal() {
		ReaderTimes times = in(Languages.FRENCH, ZoneOffset.UTC, "2026-10-01T23:30:00Z");

		assertThat(times.here(Instant.parse("2026-10-01T01:02:03Z"))).isEqualTo("1er octobre 2026 à 01:02:03 (UTC)");
		assertThat(times.here(Instant.parse("2026-10-11T01:02:03Z"))).isEqualTo("11 octobre 2026 à 01:02:03 (UTC)");
	}

	private static long daysLeftAt(String now) {
		return in(Languages.ENGLISH, PARIS, now).daysLeft(DEADLINE.zoned());
	}

	private static ReaderTimes in(Locale language, ZoneId zone, String now) {
		MessageSource messages = AllTexts.asSaid();
		return new ReaderTimes(new DateFormats(messages), messages, language, zone, Instant.parse(now));
	}

}
