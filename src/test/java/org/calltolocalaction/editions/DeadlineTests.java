package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The law of the deadline, as far as an instant and a deadline decide it. */
class DeadlineTests {

	private static final Deadline DEADLINE = Deadline.byDefault(new EditionYear(2027));

	private static final Instant LAST_SECOND = Instant.parse("2027-10-02T11:59:59Z");

	@Test
	void by_default_it_is_the_end_of_the_first_of_october_anywhere_on_earth() {
		assertThat(DEADLINE.instant()).isEqualTo(LAST_SECOND);
		assertThat(DEADLINE.grace()).isEqualTo(Duration.ofMinutes(60));
	}

	@Test
	void the_deadlines_own_second_is_in_time_to_its_last_nanosecond() {
		assertThat(DEADLINE.timelinessOf(LAST_SECOND)).isEqualTo(Timeliness.IN_TIME);
		assertThat(DEADLINE.timelinessOf(LAST_SECOND.plusNanos(999_999_999))).isEqualTo(Timeliness.IN_TIME);
	}

	@Test
	void a_second_later_it_is_within_grace_which_counts_as_in_time() {
		assertThat(DEADLINE.timelinessOf(LAST_SECOND.plusSeconds(1))).isEqualTo(Timeliness.IN_GRACE);
		assertThat(DEADLINE.timelinessOf(LAST_SECOND.plusSeconds(3600))).isEqualTo(Timeliness.IN_GRACE);
		assertThat(Timeliness.IN_GRACE.countsAsInTime()).isTrue();
	}

	@Test
	void one_second_after_the_grace_it_is_late() {
		assertThat(DEADLINE.timelinessOf(LAST_SECOND.plusSeconds(3601))).isEqualTo(Timeliness.LATE);
		assertThat(Timeliness.LATE.countsAsInTime()).isFalse();
	}

	@Test
	void without_grace_one_second_after_the_deadline_is_late() {
		Deadline strict = new Deadline(DEADLINE.local(), DEADLINE.zone(), Duration.ZERO);

		assertThat(strict.timelinessOf(LAST_SECOND.plusSeconds(1))).isEqualTo(Timeliness.LATE);
	}

	@Test
	void the_editions_zone_decides_and_not_the_members() {
		Instant secondOfOctoberInKampala = LocalDateTime.parse("2027-10-02T14:00:00")
			.atZone(ZoneId.of("Africa/Kampala"))
			.toInstant();

		assertThat(DEADLINE.timelinessOf(secondOfOctoberInKampala)).isEqualTo(Timeliness.IN_TIME);
	}

	@Test
	void a_deadline_in_a_zone_with_summer_time_is_the_instant_that_the_clocks_there_show() {
		Deadline madrid = new Deadline(LocalDateTime.parse("2027-10-01T23:59:59"), ZoneId.of("Europe/Madrid"),
				Duration.ZERO);

		assertThat(madrid.instant()).isEqualTo(Instant.parse("2027-10-01T21:59:59Z"));
	}

	@Test
	void midnight_is_the_end_of_the_day_before_it() {
		Deadline midnight = new Deadline(LocalDateTime.parse("2027-10-02T00:00:00"), ZoneId.of("UTC"), Duration.ZERO);

		assertThat(midnight.lastDay()).isEqualTo(LocalDate.of(2027, 10, 1));
		assertThat(midnight.timelinessOf(Instant.parse("2027-10-02T00:00:00Z"))).isEqualTo(Timeliness.IN_TIME);
		assertThat(midnight.timelinessOf(Instant.parse("2027-10-02T00:00:01Z"))).isEqualTo(Timeliness.LATE);
		assertThat(DEADLINE.lastDay()).isEqualTo(LocalDate.of(2027, 10, 1));
	}

	@Test
	void of_a_time_that_the_clocks_show_twice_it_knows_which_is_meant() {
		LocalDateTime twice = LocalDateTime.parse("2027-10-31T02:30:00");
		ZoneId madrid = ZoneId.of("Europe/Madrid");

		assertThat(new Deadline(twice, madrid, Duration.ZERO, ZoneOffset.ofHours(1)).instant())
			.isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
		assertThat(new Deadline(twice, madrid, Duration.ZERO, ZoneOffset.ofHours(2)).instant())
			.isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
	}

	@Test
	void where_a_country_changes_its_clocks_what_was_decreed_stays_and_the_offset_follows() {
		Deadline decreed = new Deadline(LocalDateTime.parse("2027-10-01T23:59:59"), ZoneId.of("Europe/Madrid"),
				Duration.ZERO, ZoneOffset.ofHours(1));

		assertThat(decreed.local()).isEqualTo(LocalDateTime.parse("2027-10-01T23:59:59"));
		assertThat(decreed.offset()).isEqualTo(ZoneOffset.ofHours(2));
	}

	@Test
	void a_grace_of_more_than_a_week_would_be_another_deadline() {
		assertThatThrownBy(() -> new Deadline(DEADLINE.local(), DEADLINE.zone(), Duration.ofDays(8)))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("seven days");
	}

}
