package org.calltolocalaction.reviews.worklist;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A test of what a reviewer sees of the reviews of their partner; each looks for a word
 * that only its pledges have.
 */
@DeskTest
abstract class WorklistTest {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	ListReviews list;

	@Autowired
	WorklistSearch search;

	@Autowired
	BeginPledge begin;

	final String mark = "mark" + UUID.randomUUID().toString().replace("-", "");

	Person rosa;

	@BeforeEach
	void a_reviewer_and_a_call() {
		story.aSharedCall();
		rosa = story.reviewer("UCLG", "Rosa");
	}

	PledgeReference submitted(String title) {
		return submitted(story.memberOf("Kampala"), title);
	}

	PledgeReference submitted(Person member, String title) {
		return submitted(member, Story.completeAnswers().with("title", title));
	}

	PledgeReference submitted(Person member, Answers answers) {
		PledgeReference reference = begin.begin(answers, member);
		story.submit(reference, member);
		jobs.run(reference);
		return reference;
	}

	List<PledgeReference> found(WorklistTab tab, String typed) {
		return page(tab, typed).lines().stream().map(WorklistRow::reference).toList();
	}

	WorklistPage page(WorklistTab tab, String typed) {
		return list.page(tab, query(typed, rosa), null, 1, rosa);
	}

	SearchQuery query(String typed, Person reviewer) {
		return new SearchSyntax(search.keys(reviewer, Locale.ENGLISH)).read(typed);
	}

}
