package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.bulk.BulkAnswer;
import org.calltolocalaction.coordination.bulk.Confirmation;
import org.calltolocalaction.coordination.bulk.ExtendPledges;
import org.calltolocalaction.coordination.forecast.CompareForecast;
import org.calltolocalaction.coordination.forecast.ForetoldId;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long a coordinator waits who gives more time to as many as can be selected at once,
 * each with a process of its own: to drafts, and to pledges under review that were too
 * late and count for the edition then.
 */
@DeskTest
class BulkBenchmark {

	private static final int PLEDGES = Integer.getInteger("desk.benchmark.pledges", 1_000);

	private static final int OF_EACH_GOVERNMENT = 4;

	@Autowired
	private Story story;

	@Autowired
	private ExtendPledges extend;

	@Autowired
	private CompareForecast compare;

	@Autowired
	private MutableClock clock;

	@Test
	void a_thousand_drafts_get_more_time() {
		EditionYear year = story.anOpenEdition();
		Set<PledgeReference> drafts = many(story::aDraftBy);
		story.callCloses(year);

		extend(new Selection(year, true, drafts, Optional.empty()), "drafts");
	}

	@Test
	void a_thousand_late_pledges_get_more_time() {
		EditionYear year = story.anOpenEdition();
		Set<PledgeReference> drafts = many(story::aDraftBy);
		story.callCloses(year);
		clock.advance(Duration.ofHours(1));
		Set<PledgeReference> late = many(story::aPledgeUnderReviewBy);
		assertThat(drafts).hasSameSizeAs(late);

		extend(new Selection(year, false, late, Optional.empty()), "late pledges");
	}

	private Set<PledgeReference> many(Function<Person, PledgeReference> pledge) {
		Set<PledgeReference> all = new HashSet<>();
		Stream.generate(() -> story.memberOf("Kampala"))
			.limit(PLEDGES / OF_EACH_GOVERNMENT)
			.forEach(member -> Stream.generate(() -> pledge.apply(member)).limit(OF_EACH_GOVERNMENT).forEach(all::add));
		return all;
	}

	private void extend(Selection selection, String whose) {
		Person coordinator = story.coordinator();
		Deadline until = new Deadline(
				LocalDateTime.ofInstant(clock.instant().plus(Duration.ofDays(9)), Deadline.ANYWHERE_ON_EARTH),
				Deadline.ANYWHERE_ON_EARTH, Duration.ZERO);
		long begun = System.nanoTime();
		String foreseen = extend.preview(selection, until, "A storm", coordinator).forecast().fingerprint();
		report(whose + ", preview", begun);
		Confirmation confirmation = new Confirmation(ForetoldId.random(), foreseen);
		begun = System.nanoTime();
		BulkAnswer answer = extend.grant(selection, until, "A storm", confirmation, coordinator);
		report(whose + ", granted", begun);
		assertThat(answer).isInstanceOf(BulkAnswer.Done.class);
		assertThat(compare.of(selection.edition(), confirmation.once(), coordinator).asForetold()).isTrue();
	}

	private static void report(String what, long begun) {
		System.out.printf("FIGURE more time for %,d %s: %,d ms%n", PLEDGES, what,
				(System.nanoTime() - begun) / 1_000_000);
	}

}
