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
			OPEN);

	@Test
	void a_pledge_counts_for_the_report_in_which_it_stands_whatever_the_law_would_say_now() {
		assertThat(policy.countsFor(Optional.of(FROZEN), Optional.of(FROZEN), LATE_FOR_BOTH))
			.isEqualTo(Placement.in(FROZEN));
	}

	@Test
	void a_pledge_in_no_report_counts_for_the_first_edition_that_still_takes_it() {
		assertThat(policy.countsFor(Optional.empty(), Optional.of(FROZEN), IN_TIME_FOR_BOTH))
			.isEqualTo(Placement.in(OPEN));
	}

	@Test
	void a_pledge_that_no_edition_takes_waits_for_the_next() {
		assertThat(policy.countsFor(Optional.empty(), Optional.of(OPEN), LATE_FOR_BOTH).known()).isFalse();
	}

}
