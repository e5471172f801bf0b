package org.calltolocalaction.coordination.web.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read as people write them, or not at all. */
class TypedTimeTests {

	private static final LocalDate DAY = LocalDate.of(2027, 10, 1);

	@ParameterizedTest
	@CsvSource({ "23:59, 2027-10-01T23:59", "23:59:59, 2027-10-01T23:59:59", "0:00, 2027-10-01T00:00",
			"00:00:00, 2027-10-01T00:00", "7:05, 2027-10-01T07:05", "23.59, 2027-10-01T23:59",
			"12.30, 2027-10-01T12:30", "23h59, 2027-10-01T23:59", "23 h 59, 2027-10-01T23:59",
			"23H59min, 2027-10-01T23:59", "23h, 2027-10-01T23:00", "23:59 h, 2027-10-01T23:59",
			"23h59m59s, 2027-10-01T23:59:59", "11:59 pm, 2027-10-01T23:59", "11:59:59 PM, 2027-10-01T23:59:59",
			"11:59 p.m., 2027-10-01T23:59", "12:00 am, 2027-10-01T00:00", "12 pm, 2027-10-01T12:00",
			"9 am, 2027-10-01T09:00", "２３：５９, 2027-10-01T23:59" })
	void what_can_be_read_in_one_way_is_read_so(String typed, LocalDateTime read) {
		assertThat(TypedTime.parse(typed)).map(time -> time.on(DAY)).contains(read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "24:00", "24:00:00", "24h00", "24h", "24.00", " 24 : 00 " })
	void twenty_four_is_the_end_of_the_day_and_not_its_beginning(String typed) {
		assertThat(TypedTime.parse(typed)).map(time -> time.on(DAY)).contains(LocalDateTime.parse("2027-10-02T00:00"));
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "24:30", "24:00:01", "25:00", "7:5", "23:60", "23:59:60", "12", "2359", "13:00 pm",
			"0:30 am", "24:00 am", "-1:00", "23:59:59.5", "noon", "midnight", "23:", ":59", "1:2:3", "23:59+02:00" })
	void what_cannot_be_or_can_be_read_in_two_ways_is_no_time(String typed) {
		assertThat(TypedTime.parse(typed)).isEmpty();
	}

}
