package org.calltolocalaction.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.calendar.CalendarEntry.Certainty;
import org.calltolocalaction.testing.Subscribed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTests {

	private static final Instant CHANGED = Instant.parse("2027-05-01T10:00:00.123456Z");

	private final CalendarFile files = new CalendarFile(new DeskProperties(URI.create("https://desk.example.org"),
			new DeskProperties.Mail("desk@example.org"), "first@example.org", false));

	@Test
	void an_instant_is_the_same_on_every_clock_and_a_day_has_no_time() throws Exception {
		Subscribed read = read(entry("one", Instant.parse("2027-10-31T01:30:00Z"), "Twice on clocks in Madrid"),
				entry("other", LocalDate.of(2027, 10, 31), "A day"));

		assertThat(read.said("one", "DTSTART")).isEqualTo("20271031T013000Z");
		assertThat(read.said("other", "DTSTART")).isEqualTo("20271031");
		assertThat(text(entry("other", LocalDate.of(2027, 10, 31), "A day"))).contains("DTSTART;VALUE=DATE:20271031");
	}

	@Test
	void an_event_has_one_name_for_ever_and_says_when_it_changed() throws Exception {
		Subscribed read = read(entry("review-7", LocalDate.of(2027, 10, 1), "A review"));

		assertThat(read.said("review-7", "UID")).isEqualTo("review-7@desk.example.org");
		assertThat(read.said("review-7", "SEQUENCE")).isEqualTo("3");
		assertThat(read.said("review-7", "LAST-MODIFIED")).isEqualTo("20270501T100000Z");
		assertThat(read.said("review-7", "DTSTAMP")).isEqualTo("20270501T100000Z");
		assertThat(read.said("review-7", "TRANSP")).isEqualTo("TRANSPARENT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Foro; con, comas \\ y \"comillas\"", "One line\nand another",
			"BEGIN:VALARM\nEND:VEVENT\nEND:VCALENDAR", "x\r\nATTACH:https://evil.example.org/", "ends with \\",
			"مؤتمر المدن 🏙️👩🏽‍🚒🇨🇴", "a:b;c=d", "A\ttab and \u00a0 space" })
	void what_people_typed_is_text_and_nothing_else(String typed) throws Exception {
		String hostile = typed + " " + "🏙️é".repeat(90);
		Subscribed read = read(entry("one", LocalDate.of(2027, 10, 1), hostile));

		assertThat(read.events()).hasSize(1);
		assertThat(read.said("one", "SUMMARY")).isEqualTo(hostile.replace("\r\n", "\n"));
		assertThat(read.said("one", "ATTACH")).isEmpty();
	}

	@Test
	void no_line_is_longer_than_75_octets_and_no_letter_is_torn() {
		String text = text(entry("one", LocalDate.of(2027, 10, 1), "Ünïcödé 🏙️".repeat(40)));

		assertThat(text).doesNotContain("\uFFFD").doesNotContain("?").endsWith("END:VCALENDAR\r\n");
		assertThat(text.split("\r\n", -1))
			.allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
		assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
	}

	@Test
	void a_calendar_without_dates_is_one_all_the_same() throws Exception {
		assertThat(read().events()).isEmpty();
		assertThat(text()).contains("X-WR-CALNAME:A calendar");
	}

	@Test
	void the_same_dates_are_the_same_bytes() {
		CalendarEntry entry = entry("one", LocalDate.of(2027, 10, 1), "A day");

		assertThat(text(entry)).isEqualTo(text(entry));
	}

	private Subscribed read(CalendarEntry... entries) throws Exception {
		return Subscribed.to(files.of("A calendar", Locale.ENGLISH, List.of(entries)));
	}

	private String text(CalendarEntry... entries) {
		return new String(files.of("A calendar", Locale.ENGLISH, List.of(entries)), StandardCharsets.UTF_8);
	}

	private static CalendarEntry entry(String id, Temporal at, String summary) {
		return new CalendarEntry(id, at, summary, "", URI.create("https://desk.example.org/"), Certainty.CERTAIN, 3,
				CHANGED);
	}

}
