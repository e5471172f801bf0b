package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * A reviewer opens a pledge and judges it: alone, and with seven colleagues who do the
 * same.
 */
@DeskTest
@Import(Guests.class)
class ReviewBenchmark {

	private static final int REVIEWERS = 8;

	private static final int EACH = 120;

	/**
	 * The compiler goes on working for a minute after the first pages, and competes with
	 * them for two cores.
	 */
	private static final int WARM_UP = 4_000;

	@Autowired
	private Story story;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private Guests guests;

	@Test
	void opening_and_completing_reviews() {
		List<PledgeReference> pledges = submitted(REVIEWERS * EACH);
		Visitor rosa = guests.signedIn(story.reviewer("UCLG", "Rosa"));
		Crowd.Work opens = (person,
				time) -> assertThat(rosa.opens("/reviews/" + pledges.get(time % pledges.size())).status())
					.isEqualTo(200);
		Crowd.measures(1, WARM_UP, opens);
		Crowd.measures(1, pledges.size(), opens).print("page of an open review, one reviewer", "p50 12 ms");

		completing("MMC", pledges, Duration.ZERO);
		completing("UCLG", pledges, Duration.ofSeconds(1)).print("completing a review, 8 reviewers a second apart",
				"p95 120 ms");
		completing("IOM", pledges, Duration.ZERO).print("completing a review, 8 reviewers without a pause",
				"p95 120 ms");
	}

	/** The first half of the reviews is for the compiler, too. */
	private Figures completing(String partner, List<PledgeReference> pledges, Duration pause) {
		List<Visitor> reviewers = new ArrayList<>();
		for (int number = 0; number < REVIEWERS; number++) {
			reviewers.add(guests.signedIn(story.reviewer(partner, "Reviewer" + number)));
		}
		Map<String, String> judgement = new LinkedHashMap<>(Map.of("revision", "1"));
		Story.review(partner, "APPROVE").asMap().forEach((key, answer) -> judgement.put(key, answer.toString()));
		Crowd.Work completes = (person, time) -> {
			Visitor.Page after = reviewers.get(person)
				.sends("/reviews/" + pledges.get(person * EACH + time), judgement);
			assertThat(after.path()).isEqualTo("/reviews");
		};
		Crowd.measures(REVIEWERS, EACH / 2, completes);
		return Crowd.measures(REVIEWERS, EACH / 2, pause, (person, time) -> completes.does(person, EACH / 2 + time));
	}

	private List<PledgeReference> submitted(int number) {
		story.anOpenEdition();
		List<PledgeReference> pledges = new ArrayList<>();
		for (int city = 0; city < number; city++) {
			Person member = story.memberOf("City " + city);
			PledgeReference reference = story.aSubmittedPledgeBy(member);
			jobs.run(reference);
			pledges.add(reference);
		}
		return pledges;
	}

}
