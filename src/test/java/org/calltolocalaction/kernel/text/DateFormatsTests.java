package org.calltolocalaction.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.calltolocalaction.site.AllTexts;
import org.junit.jupiter.api.Test;

class DateFormatsTests {

	private static final Instant FIRST = Instant.parse("2027-10-01T21:05:06Z");

	private final DateFormats dates = new DateFormats(AllTexts.asSaid());

	@Test
	void french_begins_a_month_with_an_ordinal_and_says_at_before_the_time() {
		assertThat(dates.exact(FIRST, ZoneOffset.UTC, Languages.FRENCH)).isEqualTo("1er octobre 2027 à 21:05:06 (UTC)");
		assertThat(dates.minute(FIRST, ZoneOffset.UTC, Languages.FRENCH)).isEqualTo("1er octobre 2027 à 21:05");
		assertThat(DateFormats.day(LocalDate.of(2027, 10, 2), Languages.FRENCH)).isEqualTo("2 octobre 2027");
	}

	@Test
	void english_and_spanish_part_day_and_time_by_a_comma() {
		assertThat(dates.minute(FIRST, ZoneOffset.UTC, Languages.ENGLISH)).isEqualTo("1 October 2027, 21:05");
		assertThat(dates.exact(FIRST, ZoneId.of("Etc/GMT+12"), Languages.SPANISH))
			.isEqualTo("1 de octubre de 2027, 09:05:06 (en cualquier lugar de la Tierra, UTC−12)");
	}

	@Test
	void the_end_of_a_day_is_its_24_00_and_not_the_beginning_of_the_next() {
		Instant midnight = Instant.parse("2027-10-02T00:00:00Z");

		assertThat(dates.until(midnight, ZoneOffset.UTC, Languages.ENGLISH))
			.isEqualTo("1 October 2027, 24:00:00 (UTC)");
		assertThat(dates.until(midnight, ZoneOffset.UTC, Languages.SPANISH))
			.isEqualTo("1 de octubre de 2027, 24:00:00 (UTC)");
		assertThat(dates.until(midnight, ZoneOffset.UTC, Languages.FRENCH))
			.isEqualTo("1er octobre 2027 à 24:00:00 (UTC)");
		assertThat(dates.until(midnight, ZoneId.of("Europe/London"), Languages.ENGLISH))
			.isEqualTo("2 October 2027, 01:00:00 (British Summer Time, UTC+1)");
		assertThat(dates.until(midnight.minusSeconds(1), ZoneOffset.UTC, Languages.ENGLISH))
			.isEqualTo("1 October 2027, 23:59:59 (UTC)");
	}

}
