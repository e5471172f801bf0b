package org.calltolocalaction.reviews.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.criteria.ChooseCriteria;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Recommendation;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewConsistency;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.judgement.EarlierJudgement;
import org.calltolocalaction.reviews.judgement.EarlierJudgements;
import org.calltolocalaction.reviews.judgement.ReviewDrafts;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.judgement.ReviewScore;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.reviews.worklist.FindPosition;
import org.calltolocalaction.reviews.worklist.WorklistCount;
import org.calltolocalaction.reviews.worklist.WorklistPosition;
import org.calltolocalaction.reviews.worklist.WorklistSearch;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Criteria, drafts, the way through a list, and reopening a review. */
@DeskTest
class JudgingTests {

	private static final Answers BEGUN = Answers.of(Map.of("concrete", "YES", "internalNote", "Ask the city."));

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	ChooseCriteria choose;

	@Autowired
	EditionCriteria criteria;

	@Autowired
	CompleteReview complete;

	@Autowired
	SaveReviewDraft save;

	@Autowired
	ReviewDrafts drafts;

	@Autowired
	TakeReview take;

	@Autowired
	ReopenReview reopen;

	@Autowired
	RequestNewReview newReviews;

	@Autowired
	EarlierJudgements judgements;

	@Autowired
	ReviewConsistency consistency;

	@Autowired
	FindPosition find;

	@Autowired
	DeclareInterest interest;

	@Autowired
	WorklistSearch search;

	@Autowired
	PartnerReviews partnerReviews;

	@Autowired
	ReviewForm form;

	@Autowired
	BeginPledge begin;

	@Autowired
	AuditTrail trail;

	private final String mark = "mark" + UUID.randomUUID().toString().replace("-", "");

	private EditionYear year;

	private Person rosa;

	private Person ben;

	@BeforeEach
	void two_reviewers_and_a_call() {
		year = story.anOpenEdition();
		rosa = story.reviewer("UCLG", "Rosa");
		ben = story.reviewer("UCLG", "Ben");
	}

	@Test
	void an_edition_asks_by_everything_until_a_coordinator_chooses() {
		PledgeReference reference = submitted("A desk");

		assertThat(criteria.now(year).weights()).containsOnlyKeys(Criterion.values());
		assertThat(missing(reference, Answers.empty())).contains("childSensitive", "noDuplicate", "recommendation");
	}

	@Test
	void a_review_is_made_and_read_by_the_criteria_with_which_it_was_opened() {
		PledgeReference before = submitted("A desk");
		choose.choose(year, 1, Map.of(Criterion.CONCRETE, 3, Criterion.MEASURABLE, 1), "Fewer this year",
				story.coordinator());
		PledgeReference after = submitted("A house");

		assertThat(missing(after, Answers.empty())).containsExactly("concrete", "measurable", "recommendation");
		assertThat(missing(before, Answers.empty())).contains("concrete", "childSensitive");
		story.judges("UCLG", before, "APPROVE");
		story.judges("UCLG", after, "APPROVE");
		assertThat(form.score(partnerReviews.review(before, rosa))).contains(new ReviewScore(96));
		assertThat(form.score(partnerReviews.review(after, rosa))).contains(new ReviewScore(88));
		assertThat(trail.of(year)).extracting(RecordedEntry::kind, RecordedEntry::personal)
			.contains(tuple("edition.criteria-chosen", Map.of("reason", "Fewer this year")));
	}

	@Test
	void criteria_are_not_chosen_without_a_reason_upon_an_old_version_or_by_a_reviewer() {
		Map<Criterion, Integer> chosen = Map.of(Criterion.CONCRETE, 1);
		choose.choose(year, 1, chosen, "Fewer", story.coordinator());

		assertThatThrownBy(() -> choose.choose(year, 2, chosen, " ", story.coordinator())).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> choose.choose(year, 2, Map.of(), "None", story.coordinator()))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> choose.choose(year, 1, chosen, "Again", story.coordinator()))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> choose.choose(year, 2, chosen, "My reviews", rosa)).isInstanceOf(NotAllowed.class);
		assertThat(criteria.now(year).version()).isEqualTo(2);
	}

	@Test
	void what_is_typed_is_kept_and_takes_a_review_that_nobody_has() {
		PledgeReference reference = submitted("A desk");

		assertThat(save.save(reference, 1, BEGUN, rosa)).isInstanceOf(SaveReviewDraft.Saved.class);

		Review review = partnerReviews.review(reference, rosa);
		assertThat(review.takenBy()).contains(rosa.id());
		assertThat(drafts.of(review, rosa.id()).orElseThrow().answers()).isEqualTo(BEGUN);
		assertThat(save.save(reference, 1, BEGUN, rosa)).isInstanceOf(SaveReviewDraft.Unchanged.class);
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void a_colleague_who_takes_the_review_over_reads_the_draft_and_can_go_on_with_it() {
		PledgeReference reference = submitted("A desk");
		save.save(reference, 1, BEGUN, rosa);
		take.take(reference, rosa.id(), ben);

		assertThat(save.goOnWith(reference, rosa.id(), ben)).isInstanceOf(SaveReviewDraft.Saved.class);
		assertThat(save.save(reference, 1, BEGUN.with("concrete", "NO"), rosa)).isInstanceOfSatisfying(
				SaveReviewDraft.SavedBeside.class, beside -> assertThat(beside.colleague()).isEqualTo(ben.id()));

		Review review = partnerReviews.review(reference, ben);
		assertThat(drafts.of(review, ben.id()).orElseThrow().answers()).isEqualTo(BEGUN);
		assertThat(drafts.of(review, rosa.id()).orElseThrow().answers().text("concrete")).isEqualTo("NO");
	}

	@Test
	void no_draft_outlives_the_review_nor_reaches_another_partner() {
		PledgeReference reference = submitted("A desk");
		save.save(reference, 1, BEGUN, rosa);
		assertThatThrownBy(() -> save.goOnWith(reference, rosa.id(), story.reviewer("MMC", "Mia")))
			.isInstanceOf(NotFound.class);

		complete.complete(reference, 1, Story.review("UCLG", "APPROVE"), rosa);

		assertThat(drafts.of(partnerReviews.review(reference, rosa))).isEmpty();
		assertThat(save.save(reference, 1, BEGUN, rosa)).isInstanceOf(SaveReviewDraft.NotOpen.class);
	}

	@Test
	void one_sees_where_one_is_in_a_list_and_what_comes_before_and_after() {
		PledgeReference a = submitted("A");
		PledgeReference b = submitted("B");
		PledgeReference c = submitted("C");

		assertThat(place(b, WorklistTab.ALL)).isEqualTo(new WorklistPosition(2, new WorklistCount(3, false),
				Optional.of(a), Optional.of(c), Optional.of(c), Optional.of(a)));
		assertThat(place(a, WorklistTab.ALL).previous()).isEmpty();
		assertThat(place(c, WorklistTab.ALL).next()).isEmpty();
	}

	@Test
	void a_review_that_left_the_list_keeps_its_place_for_the_one_who_works_through_it() {
		PledgeReference a = submitted("A");
		PledgeReference b = submitted("B");
		PledgeReference c = submitted("C");
		save.save(b, 1, BEGUN, rosa);

		assertThat(place(b, WorklistTab.UNASSIGNED)).isEqualTo(new WorklistPosition(2, new WorklistCount(3, false),
				Optional.of(a), Optional.of(c), Optional.of(c), Optional.of(a)));
		take.take(c, null, ben);
		assertThat(place(b, WorklistTab.UNASSIGNED)).isEqualTo(new WorklistPosition(2, new WorklistCount(2, false),
				Optional.of(a), Optional.empty(), Optional.of(a), Optional.of(a)));
	}

	@Test
	void who_works_through_a_list_is_not_led_to_a_pledge_out_of_which_they_keep() {
		PledgeReference a = submitted("A");
		PledgeReference b = submitted("B");
		PledgeReference c = submitted("C");
		interest.declare(b, "I worked there", Optional.empty(), rosa);

		assertThat(place(a, WorklistTab.ALL).onward()).contains(c);
		assertThat(place(c, WorklistTab.ALL).onward()).contains(a);
		interest.declare(a, "I live there", Optional.empty(), rosa);
		assertThat(place(c, WorklistTab.ALL).onward()).isEmpty();
		assertThat(place(c, WorklistTab.ALL).previous()).contains(b);
	}

	@Test
	void a_partner_opens_its_review_again_until_the_outcome_is_decided() {
		PledgeReference reference = submitted("A desk");
		story.judges("UCLG", reference, "DECLINE");
		story.judges("MMC", reference, "APPROVE");
		jobs.run(reference);

		reopen.reopen(reference, ben);

		Review review = partnerReviews.review(reference, ben);
		assertThat(review.open()).isTrue();
		assertThat(review.takenBy()).contains(ben.id());
		assertThat(drafts.of(review, ben.id()).orElseThrow().answers()).isEqualTo(Story.review("UCLG", "DECLINE"));
		assertThat(judgements.of(review)).singleElement()
			.satisfies(before -> assertThat(before.recommendation()).isEqualTo(Recommendation.DECLINE));
		assertThat(trail.of(reference)).extracting(RecordedEntry::kind).contains("review.reopened");
		assertThat(consistency.check().none()).isTrue();

		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		complete.complete(reference, 1, Story.review("UCLG", "APPROVE"), ben);
		jobs.run(reference);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		assertThatThrownBy(() -> reopen.reopen(reference, ben)).isInstanceOf(Refused.class);
	}

	@Test
	void nobody_opens_a_review_that_is_open_or_another_partners() {
		PledgeReference reference = submitted("A desk");
		assertThatThrownBy(() -> reopen.reopen(reference, rosa)).isInstanceOf(Refused.class);

		story.judges("MMC", reference, "APPROVE");
		assertThatThrownBy(() -> reopen.reopen(reference, rosa)).isInstanceOf(Refused.class);
		assertThat(partnerReviews.review(reference, story.reviewer("MMC", "Mia")).completed()).isTrue();
	}

	@Test
	void a_coordinator_has_a_partner_judge_once_more_instead_of_deciding_a_disagreement() {
		PledgeReference reference = submitted("A desk");
		PartnerCode uclg = new PartnerCode("UCLG");
		complete.complete(reference, 1, Story.review("UCLG", "DECLINE"), rosa);
		List.of("MMC", "IOM").forEach(partner -> story.judges(partner, reference, "APPROVE"));
		jobs.run(reference);
		assertThatThrownBy(() -> reopen.reopen(reference, rosa)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> newReviews.request(reference, uclg, " ", story.coordinator()))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> newReviews.request(reference, uclg, "Please", rosa)).isInstanceOf(NotAllowed.class);

		newReviews.request(reference, uclg, "The budget has come", story.coordinator());

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		assertThat(partnerReviews.review(reference, rosa).takenBy()).contains(rosa.id());
		assertThat(judgements.of(partnerReviews.review(reference, rosa))).extracting(EarlierJudgement::reason)
			.containsExactly("The budget has come");
		assertThat(consistency.check().none()).isTrue();
		complete.complete(reference, 1, Story.review("UCLG", "APPROVE"), rosa);
		jobs.run(reference);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
	}

	private WorklistPosition place(PledgeReference reference, WorklistTab tab) {
		SearchQuery query = new SearchSyntax(search.keys(rosa, rosa.language())).read(mark);
		return find.of(partnerReviews.review(reference, rosa), tab, query, WorklistOrder.TITLE, rosa).orElseThrow();
	}

	private List<String> missing(PledgeReference reference, Answers judgement) {
		CompleteReview.Incomplete incomplete = (CompleteReview.Incomplete) complete.complete(reference, 1, judgement,
				rosa);
		return incomplete.errors().stream().map(FieldError::path).toList();
	}

	private PledgeReference submitted(String title) {
		Person member = story.memberOf("Kampala");
		PledgeReference reference = begin.begin(Story.completeAnswers().with("title", title + " " + mark), member);
		story.submit(reference, member);
		jobs.run(reference);
		return reference;
	}

}
