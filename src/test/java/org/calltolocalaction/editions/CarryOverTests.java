package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is carried over goes to the next edition whose report can still take it, however many are frozen before. */
@WithoutProcess
class CarryOverTests {

	@Autowired
	private Scene scene;

	@Autowired
	private Calls calls;

	@Autowired
	private JdbcClient jdbc;

	private Edition call;

	@BeforeEach
	void a_call() {
		call = scene.editions().edition(scene.openCall(2035));
	}

	@Test
	void it_goes_to_the_next_year_where_nothing_is_frozen() {
		assertThat(calls.after(call.year())).isEqualTo(new EditionYear(2036));
		assertThat(calls.countsFor(call, late())).isEqualTo(new EditionYear(2036));
	}

	@Test
	void it_goes_past_an_edition_whose_report_is_frozen() {
		edition(2036, "FROZEN");

		assertThat(calls.after(call.year())).isEqualTo(new EditionYear(2037));
		assertThat(calls.countsFor(call, late())).isEqualTo(new EditionYear(2037));
	}

	@Test
	void it_goes_past_as_many_as_are_frozen_or_published() {
		edition(2036, "PUBLISHED");
		edition(2037, "FROZEN");
		edition(2038, "PUBLISHED");

		assertThat(calls.after(call.year())).isEqualTo(new EditionYear(2039));
		assertThat(calls.countsFor(call, late())).isEqualTo(new EditionYear(2039));
	}

	@Test
	void it_goes_past_a_confirmed_one_only_once_that_is_frozen() {
		edition(2036, "CONFIRMED");

		assertThat(calls.after(call.year())).isEqualTo(new EditionYear(2036));
	}

	@Test
	void the_edition_to_come_is_none_whose_report_is_frozen() {
		edition(2036, "FROZEN");
		scene.clock().set(Instant.parse("2036-03-01T12:00:00Z"));

		assertThat(calls.nextToCome()).isEqualTo(new EditionYear(2037));
	}

	private Instant late() {
		return call.deadline().endOfGrace().plusSeconds(1);
	}

	private void edition(int year, String state) {
		jdbc.sql("""
				insert into edition (year, state, forum, deadline_local, deadline_zone, grace_minutes, review_days,
				review_cut_off_days, opened_at, version) values (?, ?, '', now(), 'UTC', 0, 15, 45, now(), 0)""")
			.params(year, state)
			.update();
	}

}
