package org.calltolocalaction.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.calltolocalaction.coordination.WithoutProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a report is cut, so that no job works through thousands. */
@WithoutProcess
class ReportPortionTests {

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 1", "200, 1", "201, 2", "3000, 15", "10000, 50" })
	void some_two_hundred_pledges_are_a_portion_and_an_empty_report_is_one(long pledges, int portions) {
		assertThat(ReportPortion.countFor(pledges)).isEqualTo(portions);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 15 })
	void every_pledge_is_in_exactly_one_portion_which_is_much_as_large_as_the_others(int portions) {
		List<List<String>> cut = IntStream.range(0, portions).mapToObj(number -> of(number, portions)).toList();

		assertThat(cut.stream().flatMap(List::stream)).hasSize(3000).doesNotHaveDuplicates();
		assertThat(cut).allSatisfy(
				portion -> assertThat(portion).hasSizeBetween(3000 / portions * 2 / 3, 3000 / portions * 4 / 3));
	}

	@Test
	void there_is_no_portion_beyond_the_last() {
		assertThatThrownBy(() -> new ReportPortion(3, 3)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new ReportPortion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
		assertThat(ReportPortion.WHOLE).isEqualTo(new ReportPortion(0, 1));
	}

	private List<String> of(int number, int portions) {
		return jdbc.sql("""
				select reference from (select 'CLA-2027-' || lpad(number::text, 4, '0') as reference
				from generate_series(1, 3000) as number) as pledge where %s""".formatted(ReportPortion.IN_SQL))
			.param("number", number)
			.param("of", portions)
			.query(String.class)
			.list();
	}

}
