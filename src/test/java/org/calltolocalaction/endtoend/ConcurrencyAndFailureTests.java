package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.testing.AtOnce.atOnce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewConsistency;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two at once, too late, not theirs: what must not be lost, doubled or seen. */
@DeskTest
class ConcurrencyAndFailureTests {

	private static final Answers REVIEW = Story.judgedByEveryCriterion().with("recommendation", "APPROVE");

	@Autowired
	Story story;

	@Autowired
	SubmitPledge submit;

	@Autowired
	SaveDraft save;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	ResolveDisagreement resolve;

	@Autowired
	CompleteReview complete;

	@Autowired
	TakeReview take;

	@Autowired
	MyPledges mine;

	@Autowired
	Reviews reviews;

	@Autowired
	Revisions revisions;

	@Autowired
	Inclusions inclusions;

	@Autowired
	PublishedPledges published;

	@Autowired
	ReviewConsistency consistency;

	private Person member;

	@BeforeEach
	void a_call_is_open() {
		story.aSharedCall();
		member = story.memberOf("Kampala");
	}

	@Test
	void a_pledge_submitted_in_two_tabs_at_once_is_submitted_once() throws Exception {
		PledgeReference reference = story.aDraftBy(member);

		List<SubmitPledge.Result> results = atOnce(() -> submit.submit(reference, 1, member),
				() -> submit.submit(reference, 1, member));

		assertThat(results).allMatch(SubmitPledge.Submitted.class::isInstance)
			.extracting(result -> ((SubmitPledge.Submitted) result).again())
			.containsExactlyInAnyOrder(true, false);
		assertThat(revisions.of(reference)).hasSize(1);
		assertThat(reviews.of(reference)).hasSize(3);
	}

	@Test
	void the_receipts_hash_is_of_the_bytes_that_members_download() throws Exception {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		Revision revision = revisions.revision(reference, 1);

		byte[] digest = MessageDigest.getInstance("SHA-256").digest(revision.submittedContent().bytes());

		assertThat(revision.receipt().sha256()).isEqualTo(HexFormat.of().formatHex(digest));
		assertThat(new String(revision.submittedContent().bytes(), StandardCharsets.UTF_8)).startsWith("{\"answers\":{")
			.contains("\"reference\":\"" + reference + "\"", story.nameOfGovernmentOf(member));
	}

	@Test
	void an_incomplete_pledge_is_not_submitted_and_the_member_is_told_what_is_missing() {
		PledgeReference reference = story.aDraftBy(member);
		save.save(reference, typed(Story.completeAnswers().without("title").with("start", "soon")), member);

		SubmitPledge.Result result = submit.submit(reference, 2, member);

		assertThat(result).isInstanceOfSatisfying(SubmitPledge.Incomplete.class,
				incomplete -> assertThat(incomplete.errors()).extracting(error -> error.path())
					.containsExactly("title", "start"));
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DRAFT);
	}

	@Test
	void what_a_colleague_changed_after_the_check_is_checked_again_before_it_is_submitted() {
		PledgeReference reference = story.aDraftBy(member);
		save.save(reference, typed("title", "Another title"), member);

		assertThat(submit.submit(reference, 1, member)).isInstanceOf(SubmitPledge.ChangedMeanwhile.class);
	}

	@Test
	void two_who_change_different_answers_of_a_draft_are_both_saved() {
		PledgeReference reference = story.aDraftBy(member);

		save.save(reference, typed("title", "Hers"), member);
		SaveDraft.Result his = save.save(reference, typed("budget", "His"), member);

		assertThat(his).isInstanceOf(SaveDraft.Saved.class);
		assertThat(story.pledge(reference).answers().text("title")).isEqualTo("Hers");
		assertThat(story.pledge(reference).answers().text("budget")).isEqualTo("His");
	}

	@Test
	void two_who_change_the_same_answer_of_a_draft_are_shown_both_texts_and_neither_is_lost() {
		PledgeReference reference = story.aDraftBy(member);

		save.save(reference, typed("title", "Hers"), member);
		SaveDraft.Result his = save.save(reference, typed("title", "His"), member);

		assertThat(his).isInstanceOfSatisfying(SaveDraft.Conflict.class, conflict -> {
			assertThat(conflict.fields()).containsExactly("title");
			assertThat(conflict.theirs().text("title")).isEqualTo("Hers");
			assertThat(conflict.mine().text("title")).isEqualTo("His");
		});
		assertThat(story.pledge(reference).answers().text("title")).isEqualTo("Hers");
	}

	@Test
	void a_submitted_pledge_cannot_be_edited_by_a_form_that_was_still_open() {
		PledgeReference reference = story.aSubmittedPledgeBy(member);

		assertThatThrownBy(() -> save.save(reference, typed("title", "Too late"), member)).isInstanceOf(Refused.class);
	}

	@Test
	void somebody_elses_pledge_is_not_found_whatever_one_tries_with_it() {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		Person stranger = story.memberOf("Nairobi");

		assertThatThrownBy(() -> mine.pledge(reference, stranger)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> save.save(reference, typed("title", "My reviews"), stranger))
			.isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> submit.submit(reference, 1, stranger)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> withdraw.withdraw(reference, "", stranger)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> complete.complete(reference, 1, REVIEW, stranger)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> resolve.decide(reference, Outcome.ACCEPTED, "My reviews", stranger))
			.isInstanceOf(NotAllowed.class);
	}

	@Test
	void of_two_reviewers_of_a_partner_who_complete_at_once_the_second_is_told_who_did_it() throws Exception {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		Person ana = story.reviewer("UCLG", "Ana");
		Person ben = story.reviewer("UCLG", "Ben");

		List<CompleteReview.Result> results = atOnce(() -> complete.complete(reference, 1, REVIEW, ana),
				() -> complete.complete(reference, 1, REVIEW, ben));

		assertThat(results).filteredOn(CompleteReview.Completed.class::isInstance).hasSize(1);
		assertThat(results).filteredOn(CompleteReview.CompletedBy.class::isInstance)
			.singleElement()
			.extracting(result -> ((CompleteReview.CompletedBy) result).colleague())
			.isIn(ana.id(), ben.id());
	}

	@Test
	void of_two_reviewers_who_take_a_review_the_second_is_told_and_may_take_it_over() {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		Person ana = story.reviewer("UCLG", "Ana");
		Person ben = story.reviewer("UCLG", "Ben");

		take.take(reference, null, ana);

		assertThat(take.take(reference, null, ben)).isEqualTo(new TakeReview.TakenBy(ana.id()));
		assertThat(complete.complete(reference, 1, REVIEW, ben)).isEqualTo(new CompleteReview.TakenBy(ana.id()));
		assertThat(take.take(reference, ana.id(), ben)).isInstanceOf(TakeReview.Taken.class);
		assertThat(complete.complete(reference, 1, REVIEW, ben)).isInstanceOf(CompleteReview.Completed.class);
	}

	@Test
	void only_partners_who_did_not_approve_are_asked_again() {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.allApproveBut("MMC", "REQUEST_CHANGES", reference);

		story.submit(reference, member);

		assertThat(reviews.of(reference)).filteredOn(Review::open)
			.extracting(review -> review.partner().value())
			.containsExactly("MMC");
	}

	@Test
	void a_disagreement_is_decided_by_one_coordinator_and_the_second_is_told() {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.allApproveBut("MMC", "DECLINE", reference);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DISAGREEMENT);

		resolve.decide(reference, Outcome.ACCEPTED, "Two of three are convinced.", story.coordinator());

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		assertThatThrownBy(() -> resolve.decide(reference, Outcome.DECLINED, "No.", story.coordinator()))
			.isInstanceOf(Refused.class);
	}

	@Test
	void a_withdrawn_pledge_leaves_the_desks_the_report_and_the_public_list() {
		PledgeReference underReview = story.aSubmittedPledgeBy(member);
		PledgeReference included = story.aSubmittedPledgeBy(member);
		story.allJudge(included, "APPROVE");
		assertThat(published.find(included)).isPresent();

		withdraw.withdraw(underReview, "No budget", member);
		withdraw.withdraw(included, "No budget", member);

		assertThat(reviews.of(underReview)).allMatch(review -> review.state() == ReviewState.CANCELLED);
		assertThat(inclusions.find(included)).isEmpty();
		assertThat(published.find(included)).isEmpty();
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void without_consent_a_pledge_is_included_but_never_public() {
		PledgeReference reference = story.aDraftBy(member);
		save.save(reference, typed("consent", "NO"), member);
		story.submit(reference, member);

		story.allJudge(reference, "APPROVE");

		assertThat(inclusions.find(reference)).isPresent();
		assertThat(published.find(reference)).isEmpty();
	}

	/** On a page of its own, which was opened when the draft was begun. */
	private static SaveDraft.Change typed(String path, String text) {
		return typed(Story.completeAnswers().with(path, text));
	}

	private static SaveDraft.Change typed(Answers all) {
		Set<String> asked = new HashSet<>(Story.completeAnswers().keys());
		asked.addAll(all.keys());
		return new SaveDraft.Change(1, UUID.randomUUID(), all, asked);
	}

}
