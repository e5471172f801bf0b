package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.PlacementPolicy.Known;
import org.junit.jupiter.api.Test;

/**
 * For which edition a pledge counts, of a few editions; any sequence of them is tried by
 * others.
 */
class PlacementPolicyTests {

	private static final EditionYear FROZEN = new EditionYear(2026);

	private static final EditionYear OPEN = new EditionYear(2027);

	private static final Instant IN_TIME_FOR_BOTH = Instant.parse("2026-09-30T12:00:00Z");

	private static final Instant LATE_FOR_BOTH = Instant.parse("2027-10-03T12:00:00Z");

	private final PlacementPolicy policy = new PlacementPolicy(
			List.of(new Known(FROZEN, EditionState.FROZEN, Deadline.byDefault(FROZEN)),
					new Known(OPEN, EditionState.OPEN, Deadline.byDefault(OPEN))),
			List.of(), OPEN);

	@Test
	void a_pledge_counts_for_the_report_in_which_it_stands_whatever_the_law_would_say_now() {
		assertThat(policy.countsFor(Optional.of(FROZEN), new Submission(Optional.of(FROZEN), LATE_FOR_BOTH)))
			.isEqualTo(Placement.in(FROZEN));
	}

	@Test
	void a_pledge_in_no_report_counts_for_the_first_edition_that_still_takes_it() {
		assertThat(policy.countsFor(Optional.empty(), new Submission(Optional.of(FROZEN), IN_TIME_FOR_BOTH)))
			.isEqualTo(Placement.in(OPEN));
	}

	@Test
	void a_pledge_that_no_edition_takes_waits_for_the_next() {
		assertThat(policy.countsFor(Optional.empty(), new Submission(Optional.of(OPEN), LATE_FOR_BOTH)).known())
			.isFalse();
	}

	@Test
	void a_pledge_in_time_counts_for_the_edition_whose_call_it_answered_and_for_none_before_it() {
		PlacementPolicy both = editions(OPEN, known(FROZEN, EditionState.CLOSED), known(OPEN, EditionState.OPEN));

		assertThat(both.place(new Submission(Optional.of(FROZEN), IN_TIME_FOR_BOTH))).isEqualTo(Placement.in(FROZEN));
		assertThat(both.place(new Submission(Optional.of(OPEN), IN_TIME_FOR_BOTH))).isEqualTo(Placement.in(OPEN));
	}

	@Test
	void a_planned_edition_takes_what_is_late_by_the_usual_deadline_and_one_that_was_set_aside_takes_nothing() {
		assertThat(editions(OPEN, known(OPEN, EditionState.PLANNED))
			.place(new Submission(Optional.empty(), LATE_FOR_BOTH))).isEqualTo(Placement.in(OPEN));
		assertThat(editions(OPEN, known(OPEN, EditionState.SET_ASIDE))
			.place(new Submission(Optional.empty(), IN_TIME_FOR_BOTH))).isEqualTo(Placement.next(OPEN));
	}

	@Test
	void the_next_edition_is_expected_in_no_year_whose_first_of_october_is_over() {
		EditionYear toCome = new EditionYear(2030);

		assertThat(editions(toCome, known(FROZEN, EditionState.FROZEN))
			.place(new Submission(Optional.of(FROZEN), IN_TIME_FOR_BOTH))).isEqualTo(Placement.next(toCome));
		assertThat(policy.place(new Submission(Optional.of(OPEN), LATE_FOR_BOTH)))
			.isEqualTo(Placement.next(OPEN.next()));
	}

	@Test
	void an_edition_that_is_opened_takes_along_what_counted_for_a_planned_one_before_it() {
		EditionYear opened = OPEN.next();
		PlacementPolicy planned = editions(OPEN, known(OPEN, EditionState.PLANNED));

		assertThat(planned.place(new Submission(Optional.empty(), LATE_FOR_BOTH))).isEqualTo(Placement.in(OPEN));
		assertThat(planned.opened(opened, Deadline.byDefault(opened))
			.place(new Submission(Optional.empty(), LATE_FOR_BOTH))).isEqualTo(Placement.in(opened));
	}

	private static PlacementPolicy editions(EditionYear toCome, Known... known) {
		return new PlacementPolicy(List.of(known), List.of(), toCome);
	}

	private static Known known(EditionYear year, EditionState state) {
		return new Known(year, state, Deadline.byDefault(year));
	}

}
