package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is carried over goes to the next edition there is that can still take it, and else
 * waits for one.
 */
@WithoutProcess
class CarryOverTests {

	@Autowired
	private Scene scene;

	@Autowired
	private CallPolicy callPolicy;

	@Autowired
	private JdbcClient jdbc;

	private Edition call;

	@BeforeEach
	void a_call() {
		call = scene.editions().edition(scene.openCall(2035));
	}

	@Test
	void it_waits_for_the_next_where_none_was_opened_and_says_in_which_year_that_is_expected() {
		assertThat(placeOf(late())).isEqualTo(Placement.next(new EditionYear(2036)));
	}

	@Test
	void it_goes_past_a_year_that_was_skipped_to_the_one_that_was_opened() {
		edition(2039, "OPEN", "2039-10-01T12:00");

		assertThat(placeOf(late())).isEqualTo(Placement.in(new EditionYear(2039)));
	}

	@Test
	void it_goes_past_as_many_as_are_frozen_or_published() {
		edition(2036, "PUBLISHED", "2036-10-01T12:00");
		edition(2037, "FROZEN", "2037-10-01T12:00");
		edition(2038, "PUBLISHED", "2038-10-01T12:00");

		assertThat(placeOf(late())).isEqualTo(Placement.next(new EditionYear(2039)));
		edition(2041, "CLOSED", "2041-10-01T12:00");
		assertThat(placeOf(late())).isEqualTo(Placement.in(new EditionYear(2041)));
	}

	@Test
	void it_goes_past_a_confirmed_one_only_once_that_is_frozen() {
		edition(2036, "CONFIRMED", "2036-10-01T12:00");

		assertThat(placeOf(late())).isEqualTo(Placement.in(new EditionYear(2036)));
	}

	@Test
	void it_is_in_time_there_too_or_goes_on_to_the_following_one() {
		edition(2036, "CLOSED", "2035-10-01T12:00");
		edition(2037, "OPEN", "2037-10-01T12:00");

		assertThat(placeOf(late())).isEqualTo(Placement.in(new EditionYear(2037)));
	}

	@Test
	void a_planned_edition_takes_it_whatever_the_day_and_one_that_was_set_aside_takes_nothing() {
		edition(2036, "SET_ASIDE", "2036-10-01T12:00");
		edition(2037, "PLANNED", "2030-10-01T12:00");

		assertThat(placeOf(late())).isEqualTo(Placement.in(new EditionYear(2037)));
	}

	@Test
	void what_was_submitted_before_any_call_counts_for_the_first_that_takes_it() {
		assertThat(callPolicy.inOrder().place(new Submission(Optional.empty(), late())))
			.isEqualTo(Placement.next(new EditionYear(2036)));
		edition(2038, "OPEN", "2038-10-01T12:00");

		assertThat(callPolicy.inOrder().place(new Submission(Optional.empty(), late())))
			.isEqualTo(Placement.in(new EditionYear(2038)));
	}

	@Test
	void the_next_is_expected_in_no_year_whose_first_of_october_is_over() {
		scene.clock().set(Instant.parse("2038-11-15T12:00:00Z"));

		assertThat(placeOf(late())).isEqualTo(Placement.next(new EditionYear(2039)));
	}

	@Test
	void the_edition_to_come_is_none_whose_report_is_frozen() {
		edition(2036, "FROZEN", "2036-10-01T12:00");
		scene.clock().set(Instant.parse("2036-03-01T12:00:00Z"));

		assertThat(callPolicy.nextToCome()).isEqualTo(new EditionYear(2037));
	}

	private Placement placeOf(Instant firstSubmitted) {
		return callPolicy.inOrder().place(new Submission(Optional.of(call.year()), firstSubmitted));
	}

	private Instant late() {
		return call.deadline().endOfGrace().plusSeconds(1);
	}

	private void edition(int year, String state, String deadline) {
		if (state.equals("OPEN")) {
			jdbc.sql("update edition set state = 'CLOSED' where state = 'OPEN'").update();
		}
		jdbc.sql("""
				insert into edition (year, state, forum, deadline_local, deadline_zone, grace_minutes, review_days,
				review_cut_off_days, opened_at, version) values (?, ?, '', ?, 'UTC', 0, 15, 45, ?, 0)
				on conflict (year) do update set state = excluded.state, deadline_local = excluded.deadline_local""")
			.params(year, state, LocalDateTime.parse(deadline),
					Instant.parse("2036-01-01T00:00:00Z").atOffset(ZoneOffset.UTC))
			.update();
	}

}
