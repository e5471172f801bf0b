package org.calltolocalaction.reviews.offline;

import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Rosa has taken two reviews and works without a line. */
@DeskTest
abstract class OfflineTest {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	ReviewOffline offline;

	@Autowired
	TakeReview take;

	@Autowired
	BeginPledge begin;

	EditionYear year;

	Person rosa;

	Person member;

	PledgeReference first;

	PledgeReference second;

	@BeforeEach
	void two_reviews_are_hers() {
		year = story.anOpenEdition();
		rosa = story.reviewer("UCLG", "Rosa" + UUID.randomUUID());
		member = story.memberOf("Kampala");
		first = hers("A desk");
		second = hers("=HYPERLINK(\"x\")");
	}

	/** A pledge whose review she has taken. */
	PledgeReference hers(String title) {
		PledgeReference reference = begin.begin(Story.completeAnswers().with("title", title), member);
		story.submit(reference, member);
		jobs.run(reference);
		take.take(reference, null, rosa);
		return reference;
	}

}
