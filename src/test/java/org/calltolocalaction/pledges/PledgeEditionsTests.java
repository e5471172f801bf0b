package org.calltolocalaction.pledges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.junit.jupiter.api.Test;

class PledgeEditionsTests {

	private static final Instant NOW = Instant.parse("2026-09-15T12:00:00Z");

	private static final EditionYear YEAR = new EditionYear(2026);

	private final PledgeEditions editions = new PledgeEditions();

	@Test
	void a_draft_has_to_do_with_no_edition() {
		assertThat(editions.call()).isEmpty();
		assertThat(editions.firstSubmittedAt()).isEmpty();
		assertThat(editions.waitingSince()).isEmpty();
		assertThat(editions.withdrawnFrom()).isEmpty();
	}

	@Test
	void the_first_submission_counts_also_where_it_answered_no_call() {
		editions.submitted(Optional.empty(), NOW);
		editions.submitted(Optional.of(YEAR), NOW.plusSeconds(1));

		assertThat(editions.firstSubmittedAt()).contains(NOW);
		assertThat(editions.call()).isEmpty();
	}

	@Test
	void what_waits_waits_since_it_began_to_until_it_is_placed_or_withdrawn() {
		editions.awaitNext(NOW);
		editions.awaitNext(NOW.plusSeconds(1));
		assertThat(editions.waitingSince()).contains(NOW);

		editions.withdrawn(Placement.next(YEAR));

		assertThat(editions.waitingSince()).isEmpty();
		assertThat(editions.withdrawnFrom()).as("it counted for none yet").isEmpty();
	}

	@Test
	void what_is_revived_is_withdrawn_from_nothing() {
		editions.withdrawn(Placement.in(YEAR));
		assertThat(editions.withdrawnFrom()).contains(YEAR);

		editions.revived();

		assertThat(editions.withdrawnFrom()).isEmpty();
	}

}
