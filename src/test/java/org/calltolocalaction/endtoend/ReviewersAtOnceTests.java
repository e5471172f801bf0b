package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.testing.AtOnce.allAtOnce;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.judging.SaveReviewDraft;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.reviews.team.EnterAbsence;
import org.calltolocalaction.reviews.worklist.ArrangeWorklist;
import org.calltolocalaction.reviews.worklist.SaveSearch;
import org.calltolocalaction.reviews.worklist.SavedSearches;
import org.calltolocalaction.reviews.worklist.VisitPledge;
import org.calltolocalaction.reviews.worklist.WorklistColumn;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What reviewers send several times at once is kept once, and who has to be refused reads
 * why.
 */
@DeskTest
class ReviewersAtOnceTests {

	private static final int MANY = 10;

	@Autowired
	Story story;

	@Autowired
	SaveSearch saveSearch;

	@Autowired
	SavedSearches searches;

	@Autowired
	ArrangeWorklist arrange;

	@Autowired
	VisitPledge look;

	@Autowired
	SaveReviewDraft saveReview;

	@Autowired
	DeclareInterest declareInterest;

	@Autowired
	EnterAbsence enterAbsence;

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Test
	void what_a_reviewer_keeps_for_themselves_is_kept_once_however_often_it_is_sent() throws Exception {
		story.aSharedCall();
		PledgeReference pledge = story.aPledgeUnderReviewBy(story.memberOf("Masaka"));
		Person reviewer = story.reviewer("UCLG", "Nia" + UUID.randomUUID().toString().substring(0, 8));

		allAtOnce(MANY, () -> {
			saveSearch.save("Late ones", WorklistTab.ALL, "overdue:yes", WorklistOrder.TITLE, reviewer);
			arrange.show(Set.copyOf(EnumSet.allOf(WorklistColumn.class)), reviewer);
			look.look(pledge, reviewer);
			return saveReview.save(pledge, 1, Story.judgedByEveryCriterion(), reviewer);
		});

		assertThat(searches.offeredTo(reviewer)).filteredOn(search -> search.owner().equals(reviewer.id())).hasSize(1);
		assertThat(count("worklist_settings where account = ?", reviewer.id().value())).isOne();
		assertThat(count("pledge_look where account = ?", reviewer.id().value())).isOne();
		assertThat(count("review_draft where author = ?", reviewer.id().value())).isOne();
	}

	@Test
	void an_interest_that_is_declared_ten_times_at_once_is_one() throws Exception {
		story.aSharedCall();
		PledgeReference pledge = story.aPledgeUnderReviewBy(story.memberOf("Hoima"));
		Person reviewer = story.reviewer("MMC", "Ida" + UUID.randomUUID().toString().substring(0, 8));

		allAtOnce(MANY, () -> {
			declareInterest.declare(pledge, "A cousin works there", Optional.empty(), reviewer);
			return null;
		});

		assertThat(count("interest where account = ? and withdrawn_at is null", reviewer.id().value())).isOne();
	}

	@Test
	void of_absences_that_overlap_and_are_entered_at_once_one_is_and_the_others_are_told_why() throws Exception {
		Person away = story.reviewer("IOM", "Tom" + UUID.randomUUID().toString().substring(0, 8));
		Person deputy = story.reviewer("IOM", "Eve" + UUID.randomUUID().toString().substring(0, 8));
		LocalDate tomorrow = LocalDate.now(clock).plusDays(1);

		List<EnterAbsence.Result> results = allAtOnce(MANY, () -> enterAbsence.enter(away.id(),
				new EnterAbsence.Days(tomorrow, tomorrow.plusDays(3)), deputy.id(), away));

		assertThat(results).filteredOn(EnterAbsence.Entered.class::isInstance).hasSize(1);
		assertThat(results).filteredOn(new EnterAbsence.NotEntered(EnterAbsence.Obstacle.OVERLAPS)::equals)
			.hasSize(MANY - 1);
	}

	private long count(String rows, Object parameter) {
		return jdbc.sql("select count(*) from " + rows)
			.param(Objects.requireNonNull(parameter))
			.query(Long.class)
			.single();
	}

}
