package org.calltolocalaction.coordination.web.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.calltolocalaction.coordination.figures.EditionFigures.Day;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.junit.jupiter.api.Test;

/** The picture of the submissions of each day. */
class DayChartTests {

	private static final Deadline FIRST_OF_OCTOBER = Deadline.byDefault(new EditionYear(2033));

	@Test
	void a_day_is_seen_also_where_the_call_is_open_for_most_of_a_year() {
		DayChart chart = DayChart.of(FIRST_OF_OCTOBER, List.of(day("2032-12-01", 10)));

		assertThat(chart.bars()).containsExactly(new DayChart.Bar(0, 0, 3, DayChart.HEIGHT));
		assertThat(chart.deadline()).contains((double) DayChart.WIDTH);
		assertThat(chart.first()).isEqualTo("2032-12-01");
		assertThat(chart.last()).isEqualTo("2033-10-01");
	}

	@Test
	void bars_are_as_high_as_their_share_of_the_busiest_day_and_stand_where_their_day_is() {
		DayChart chart = DayChart.of(FIRST_OF_OCTOBER, List.of(day("2033-09-22", 2), day("2033-10-01", 8)));

		assertThat(chart.most()).isEqualTo(8);
		assertThat(chart.bars()).containsExactly(new DayChart.Bar(0, 120, 71, 40), new DayChart.Bar(648, 0, 71, 160));
	}

	@Test
	void what_comes_after_the_deadline_stands_behind_its_line() {
		DayChart chart = DayChart.of(FIRST_OF_OCTOBER, List.of(day("2033-10-01", 1), day("2033-10-02", 1)));

		assertThat(chart.deadline()).contains(360.0);
		assertThat(chart.last()).isEqualTo("2033-10-02");
	}

	@Test
	void what_came_more_than_a_year_before_is_not_in_the_picture() {
		DayChart chart = DayChart.of(FIRST_OF_OCTOBER, List.of(day("2031-01-01", 1), day("2033-09-01", 1)));

		assertThat(chart.bars()).hasSize(1);
		assertThat(chart.first()).isEqualTo("2032-09-30");
	}

	private static Day day(String day, long number) {
		return new Day(LocalDate.parse(day), number, "");
	}

}
