package org.calltolocalaction.reviews.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days on which reviewers work. */
class WorkingDaysTests {

	private static final WorkingDays DAYS = new WorkingDays(
			Set.of(LocalDate.of(2027, 3, 26), LocalDate.of(2027, 3, 29)));

	@ParameterizedTest
	@CsvSource({ "2027-03-01T00:00:00Z, 1, 2027-03-02", "2027-03-01T23:59:59Z, 1, 2027-03-02",
			"2027-03-05T09:00:00Z, 1, 2027-03-08", "2027-03-06T09:00:00Z, 1, 2027-03-08",
			"2027-03-01T09:00:00Z, 5, 2027-03-08", "2027-03-01T09:00:00Z, 15, 2027-03-22",
			"2027-03-25T09:00:00Z, 1, 2027-03-30", "2027-03-26T09:00:00Z, 2, 2027-03-31",
			"2027-03-25T09:00:00Z, 0, 2027-03-25" })
	void days_are_counted_without_weekends_and_days_off_and_end_at_noon(Instant start, int days, LocalDate ends) {
		assertThat(DAYS.after(start, days)).isEqualTo(noon(ends));
	}

	@Test
	void a_day_begins_and_ends_in_utc_wherever_the_reviewer_lives() {
		assertThat(DAYS.after(Instant.parse("2027-03-01T23:30:00-12:00"), 1)).isEqualTo(noon(LocalDate.of(2027, 3, 3)));
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-10, 2027-03-10", "2027-03-13, 2027-03-12", "2027-03-14, 2027-03-12",
			"2027-03-29, 2027-03-25" })
	void a_date_counts_up_to_its_last_working_day(LocalDate day, LocalDate last) {
		assertThat(DAYS.upTo(day)).isEqualTo(noon(last));
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-10, 0, 2027-03-10", "2027-03-10, 1, 2027-03-09", "2027-03-15, 1, 2027-03-12",
			"2027-03-14, 1, 2027-03-11", "2027-03-30, 1, 2027-03-25", "2027-03-30, 2, 2027-03-24" })
	void before_a_date_so_many_working_days_are_left(LocalDate last, int days, LocalDate begins) {
		assertThat(DAYS.before(last, days)).isEqualTo(begins);
	}

	@Test
	void counted_back_a_round_ends_in_time() {
		LocalDate contents = LocalDate.of(2027, 4, 7);

		LocalDate last = DAYS.before(contents, 15);

		assertThat(DAYS.after(last.atStartOfDay(ZoneOffset.UTC).toInstant(), 15)).isEqualTo(noon(contents));
	}

	private static Instant noon(LocalDate day) {
		return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
	}

}
