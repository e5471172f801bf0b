package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.calltolocalaction.coordination.DeadlinePreview;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long a coordinator waits for the forecast of a moved deadline that changes the
 * edition of a thousand pledges under review, each with its process and its timers; and
 * how long it then takes to move it.
 */
@DeskTest
class ForecastBenchmark {

	private static final int PLEDGES = Integer.getInteger("desk.benchmark.pledges", 1_000);

	private static final int REPEATED = 10;

	@Autowired
	private Story story;

	@Autowired
	private PlanActs plans;

	@Autowired
	private DeadlinePreview preview;

	@Autowired
	private Editions editions;

	@Autowired
	private MutableClock clock;

	@Test
	void a_deadline_that_concerns_a_thousand_pledges() {
		EditionYear year = story.anOpenEdition();
		Person member = story.memberOf("Kampala");
		clock.advance(Duration.ofDays(10));
		for (int number = 0; number < PLEDGES; number++) {
			story.aPledgeUnderReviewBy(member);
		}
		Deadline present = editions.edition(year).deadline();
		Deadline to = Deadline.at(clock.instant().minus(Duration.ofDays(5)).atZone(present.zone()), present.grace());

		for (int time = 0; time < REPEATED; time++) {
			long begun = System.nanoTime();
			ActForecast forecast = plans.movingDeadline(year, to, story.coordinator());
			report("plan", begun);
			assertThat(forecast.placements()).hasSize(PLEDGES);
			begun = System.nanoTime();
			preview.of(year, to, story.coordinator());
			report("preview, with the first names", begun);
		}
		long begun = System.nanoTime();
		story.moveDeadline(year, to.instant());
		report("moving it", begun);
	}

	private static void report(String what, long begun) {
		System.out.printf("FORECAST of %,d pledges, %s: %,d ms (a forecast: at most 3,000)%n", PLEDGES, what,
				(System.nanoTime() - begun) / 1_000_000);
	}

}
