package org.calltolocalaction.reviews.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.junit.jupiter.api.Test;

/**
 * The days of a round of reviews. The call of 2027 closes on 1 October; the contents of
 * its report are to be confirmed on 30 November, a Tuesday.
 */
class RoundDatesTests {

	private static final Deadline DEADLINE = Deadline.byDefault(new EditionYear(2027));

	private static final Instant CUT_OFF = Instant.parse("2027-11-16T11:59:59Z");

	private static final Instant CONFIRMED = Instant.parse("2027-12-01T00:00:00Z");

	@Test
	void an_early_round_has_its_full_time_its_reminders_and_the_cut_off_of_the_edition() {
		RoundDates dates = opened("2027-03-01T09:00:00Z");

		assertThat(dates.due()).isEqualTo("2027-03-22T12:00:00Z");
		assertThat(dates.leadsTold()).isEqualTo("2027-03-24T12:00:00Z");
		assertThat(dates.coordinatorsTold()).isEqualTo("2027-03-29T12:00:00Z");
		assertThat(dates.cutOff()).isEqualTo(CUT_OFF);
	}

	@Test
	void a_round_that_is_due_after_the_cut_off_ends_when_the_contents_are_confirmed() {
		RoundDates dates = opened("2027-11-05T09:00:00Z");

		assertThat(dates.due()).isEqualTo("2027-11-26T12:00:00Z");
		assertThat(dates.cutOff()).isEqualTo(CONFIRMED);
	}

	@Test
	void a_round_that_is_due_just_before_the_cut_off_still_has_its_last_chance() {
		RoundDates dates = opened("2027-10-22T09:00:00Z");

		assertThat(dates.due()).isEqualTo("2027-11-12T12:00:00Z");
		assertThat(dates.cutOff()).isEqualTo("2027-11-26T12:00:00Z").isAfter(CUT_OFF);
	}

	@Test
	void a_late_round_is_due_on_the_day_on_which_the_contents_are_confirmed() {
		assertThat(opened("2027-11-15T09:00:00Z").due()).isEqualTo("2027-11-30T12:00:00Z");
	}

	@Test
	void a_round_that_begins_on_that_day_has_what_is_left_of_it() {
		RoundDates dates = opened("2027-11-30T08:00:00Z");

		assertThat(dates.due()).isEqualTo("2027-11-30T23:59:59Z");
		assertThat(dates.cutOff()).isEqualTo(CONFIRMED);
	}

	@Test
	void a_day_that_is_over_binds_nobody() {
		RoundDates dates = opened("2027-12-01T08:00:00Z");

		assertThat(dates.due()).isEqualTo("2027-12-22T12:00:00Z");
		assertThat(dates.cutOff()).isEqualTo("2028-01-05T12:00:00Z");
	}

	@Test
	void where_the_contents_are_confirmed_on_a_day_off_the_round_is_due_on_the_working_day_before() {
		LocalDate saturday = LocalDate.of(2027, 11, 27);
		ReviewCalendar calendar = new ReviewCalendar(15, 45, saturday, List.of(LocalDate.of(2027, 11, 26)));

		RoundDates dates = RoundDates.of(calendar, DEADLINE, Instant.parse("2027-11-15T09:00:00Z"));

		assertThat(dates.due()).isEqualTo("2027-11-25T12:00:00Z");
	}

	@Test
	void days_off_push_everything_back() {
		ReviewCalendar calendar = new ReviewCalendar(15, 45, null,
				List.of(LocalDate.of(2027, 3, 22), LocalDate.of(2027, 3, 24)));

		RoundDates dates = RoundDates.of(calendar, DEADLINE, Instant.parse("2027-03-01T09:00:00Z"));

		assertThat(dates.due()).isEqualTo("2027-03-23T12:00:00Z");
		assertThat(dates.leadsTold()).isEqualTo("2027-03-26T12:00:00Z");
		assertThat(dates.coordinatorsTold()).isEqualTo("2027-03-31T12:00:00Z");
	}

	private static RoundDates opened(String instant) {
		return RoundDates.of(ReviewCalendar.usual(), DEADLINE, Instant.parse(instant));
	}

}
