package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.editions.PlacementPolicy.Known;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Holder;
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
	void an_extension_counts_to_its_last_second_for_who_has_it_and_for_its_edition_alone() {
		Holder holder = Holder.pledge("CLA-2027-0001");
		Instant end = Instant.parse("2027-10-09T12:00:00Z");
		PlacementPolicy extended = policy
			.extended(Extension.granted(OPEN, holder, Deadline.at(end.atZone(ZoneOffset.UTC), Duration.ofMinutes(60))));

		assertThat(extended.place(late(end.plusMillis(999), holder))).isEqualTo(Placement.in(OPEN));
		assertThat(extended.timeliness(late(end, holder))).isEqualTo(Timeliness.EXTENDED);
		assertThat(extended.place(late(end.plusSeconds(1), holder)).known()).as("there is no grace after it").isFalse();
		assertThat(extended.place(late(end, Holder.pledge("CLA-2027-0002"))).known()).isFalse();
		assertThat(extended.place(new Submission(Optional.of(FROZEN), LATE_FOR_BOTH, Set.of(holder))))
			.as("what was late for another edition is in time for this one")
			.isEqualTo(Placement.in(OPEN));
	}

	@Test
	void what_is_on_time_without_an_extension_is_not_recorded_as_extended() {
		Holder holder = Holder.pledge("CLA-2027-0001");
		Deadline deadline = Deadline.byDefault(OPEN);
		PlacementPolicy extended = policy.extended(Extension.granted(OPEN, holder,
				new Deadline(deadline.local().plusDays(9), deadline.zone(), deadline.grace())));

		assertThat(extended.timeliness(late(deadline.instant(), holder))).isEqualTo(Timeliness.IN_TIME);
		assertThat(extended.timeliness(late(deadline.endOfGrace(), holder))).isEqualTo(Timeliness.IN_GRACE);
		assertThat(extended.timeliness(late(deadline.endOfGrace().plusSeconds(1), holder)))
			.isEqualTo(Timeliness.EXTENDED);
	}

	@Test
	void a_deadline_that_is_moved_past_an_extension_or_before_it_leaves_it_as_it_is() {
		Holder holder = Holder.pledge("CLA-2027-0001");
		Deadline deadline = Deadline.byDefault(OPEN);
		Instant end = deadline.instant().plus(Duration.ofDays(9));
		PlacementPolicy extended = policy
			.extended(Extension.granted(OPEN, holder, Deadline.at(end.atZone(deadline.zone()), Duration.ZERO)));
		Deadline earlier = new Deadline(deadline.local().minusDays(30), deadline.zone(), deadline.grace());
		Deadline later = new Deadline(deadline.local().plusDays(30), deadline.zone(), deadline.grace());

		assertThat(extended.moved(OPEN, earlier).timeliness(late(end, holder))).isEqualTo(Timeliness.EXTENDED);
		assertThat(extended.moved(OPEN, later).timeliness(late(end, holder))).isEqualTo(Timeliness.IN_TIME);
		assertThat(extended.moved(OPEN, later).extension(OPEN, Set.of(holder), deadline.instant()))
			.as("nobody is told of more time that is less than everybody has")
			.isEmpty();
	}

	private static Submission late(Instant at, Holder holder) {
		return new Submission(Optional.of(OPEN), at, Set.of(holder));
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
