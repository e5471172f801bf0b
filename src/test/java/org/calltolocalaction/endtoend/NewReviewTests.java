package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.testing.AtOnce.atOnce;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.reviews.judgement.ReviewDrafts;
import org.calltolocalaction.reviews.rounds.Reminder;
import org.calltolocalaction.reviews.rounds.ReminderStep;
import org.calltolocalaction.reviews.rounds.Reminders;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A new review is requested: what coordinators and reviewers do about it, on the real
 * process.
 */
class NewReviewTests extends NewReviewTest {

	@Autowired
	ReviewDrafts drafts;

	@Autowired
	ReviewDates dates;

	@Autowired
	Reminders reminders;

	@Autowired
	DeclareInterest interest;

	@Autowired
	GrantRole roles;

	@Autowired
	SubmitPledge submit;

	@Autowired
	ResolveDisagreement resolve;

	@Autowired
	AuditTrail trail;

	@Override
	EditionYear aCall() {
		return story.aSharedCall();
	}

	@Test
	void a_declined_pledge_has_a_process_again_and_can_be_accepted_and_withdrawn() {
		story.allJudge(reference, "DECLINE");
		assertThat(jobs.waiting(reference)).isZero();

		again();
		assertThat(consistency.check().none()).isTrue();
		judgesAgain("DECLINE");
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DECLINED);
		assertThat(toMember(MailKind.DECLINED)).hasSize(2);

		allApproveAfterAll();
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		withdraw.withdraw(reference, "", member);
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void what_the_coordinators_had_decided_stays_on_the_trail_and_is_replaced_by_what_comes() {
		story.allApproveBut("UCLG", "DECLINE", reference);
		resolve.decide(reference, Outcome.ACCEPTED, "Two of three", story.coordinator());
		jobs.run(reference);
		assertThat(story.pledge(reference).decisionNote()).isEqualTo("Two of three");

		again();
		judgesAgain("DECLINE");

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DISAGREEMENT);
		assertThat(story.pledge(reference).decisionNote()).isEmpty();
		assertThat(mails.of(reference))
			.filteredOn(mail -> mail.kind() == MailKind.DECISION_WAITING
					&& mail.recipient().equals(story.coordinator().email()))
			.hasSize(2);
		resolve.decide(reference, Outcome.DECLINED, "UCLG is right", story.coordinator());
		jobs.run(reference);
		assertThat(story.pledge(reference).decisionNote()).isEqualTo("UCLG is right");
		assertThat(trail.of(reference)).filteredOn(entry -> entry.kind().equals("pledge.decided"))
			.extracting(RecordedEntry::facts, RecordedEntry::personal)
			.containsExactly(tuple(Map.of("outcome", "ACCEPTED"), Map.of("reason", "Two of three")),
					tuple(Map.of("outcome", "DECLINED"), Map.of("reason", "UCLG is right")));
	}

	@Test
	void it_goes_back_to_whoever_completed_it_with_what_it_said_as_their_draft() {
		Person judge = story.reviewer("UCLG", "Judge");
		story.allJudge(reference, "APPROVE");

		assertThat(newReviews.preview(reference, UCLG, story.coordinator()).reviewer()).contains(judge);
		again();

		assertThat(ofUclg().takenBy()).contains(judge.id());
		assertThat(drafts.of(ofUclg())).singleElement()
			.satisfies(draft -> assertThat(draft.answers()).isEqualTo(Story.review("UCLG", "APPROVE")));
	}

	@Test
	void it_is_nobodys_where_they_review_no_more_or_keep_out_and_those_who_may_take_it_are_told() {
		Person colleague = story.reviewer("UCLG", "Colleague");
		story.allJudge(reference, "APPROVE");
		Person judge = story.reviewer("UCLG", "Judge");
		interest.declare(reference, "I worked there", Optional.empty(), judge);

		again();

		assertThat(ofUclg().takenBy()).isEmpty();
		assertThat(consistency.check().none()).isTrue();
		assertThat(mailsOf(MailKind.NEW_REVIEW_REQUESTED)).extracting(LoggedMail::recipient)
			.containsExactly(colleague.email());
		assertThat(mailsOf(MailKind.NEW_REVIEW_REQUESTED).get(0).body()).contains("Nobody has taken the new review yet",
				REASON);

		interest.withdraw(reference, judge);
		story.judges("UCLG", reference, "APPROVE");
		jobs.run(reference);
		roles.takeReviewer(story.coordinator(), judge.id());
		assertThat(newReviews.preview(reference, UCLG, story.coordinator()).reviewer()).isEmpty();
		again();
		assertThat(ofUclg().takenBy()).isEmpty();
	}

	@Test
	void long_after_it_was_due_it_has_its_days_anew_and_nobody_is_reminded_before_they_are_over() {
		story.reviewer("UCLG", "Judge");
		clock.set(dates.due(reference).plusSeconds(1));
		jobs.run(reference);
		story.allJudge(reference, "APPROVE");
		clock.advance(Duration.ofDays(40));
		int remindedBefore = reminders.of(reference).size();

		again();
		jobs.run(reference);

		assertThat(ofUclg().dueAt()).isEqualTo(dates.due(reference)).isAfter(clock.instant().plus(Duration.ofDays(14)));
		assertThat(reminders.of(reference)).hasSize(remindedBefore);
		assertThat(reminders.about(ofUclg())).isEmpty();
		clock.set(dates.due(reference).plusSeconds(1));
		jobs.run(reference);
		assertThat(reminders.about(ofUclg())).extracting(Reminder::step).containsExactly(ReminderStep.REVIEWERS);
		assertThat(mailsOf(MailKind.REVIEW_OVERDUE))
			.filteredOn(mail -> mail.recipient().equals(story.reviewer("UCLG", "Judge").email()))
			.hasSize(2);
	}

	@Test
	void another_partner_that_opens_its_review_again_by_itself_has_the_same_days() {
		story.allJudge(reference, "APPROVE");
		clock.advance(Duration.ofDays(40));
		again();

		reopen.reopen(reference, story.reviewer("MMC", "Mia"));

		assertThat(reviewOf("MMC").dueAt()).isEqualTo(ofUclg().dueAt());
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void it_is_refused_while_there_is_no_outcome_of_a_withdrawn_pledge_and_of_an_earlier_version() {
		assertThat(refused()).isEqualTo("reviews.refused.open-already");
		story.judges("UCLG", reference, "APPROVE");
		assertThat(refused()).isEqualTo("reviews.refused.not-decided");
		story.judges("MMC", reference, "REQUEST_CHANGES");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);
		story.submit(reference, member);
		jobs.run(reference);
		assertThat(refused()).isEqualTo("reviews.refused.newer-version");
		assertThat(newReviews.possible(ofUclg())).isFalse();
		withdraw.withdraw(reference, "", member);
		assertThat(refused()).isEqualTo("reviews.refused.withdrawn");
		assertThatThrownBy(() -> newReviews.request(reference, UCLG, REASON, member)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> newReviews.preview(reference, UCLG, member)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> newReviews.request(reference, new PartnerCode("WHO"), REASON, story.coordinator()))
			.isInstanceOf(NotFound.class);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.WITHDRAWN);
	}

	@Test
	void of_two_coordinators_at_once_the_second_is_refused() throws Exception {
		story.allJudge(reference, "APPROVE");

		List<String> results = atOnce(() -> tried("UCLG"), () -> tried("MMC"));

		assertThat(results).containsExactlyInAnyOrder("done", "reviews.refused.not-decided");
		assertThat(consistency.check().none()).isTrue();
		assertThat(atOnce(() -> tried("UCLG"), () -> tried("UCLG"))).doesNotContain("done");
	}

	@Test
	void while_the_city_submits_its_answer_one_of_both_is_done_and_the_other_told() throws Exception {
		story.allJudge(reference, "REQUEST_CHANGES");
		long version = story.pledge(reference).draftVersion();

		List<String> results = atOnce(() -> tried("UCLG"), () -> {
			try {
				return submit.submit(reference, version, member).getClass().getSimpleName();
			}
			catch (Refused refused) {
				return refused.messageKey();
			}
		});

		assertThat(results).isIn(List.of("done", "pledges.refused.sent-back"),
				List.of("reviews.refused.open-already", "Submitted"));
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		assertThat(revisions.of(reference)).hasSize(results.contains("Submitted") ? 2 : 1);
		assertThat(consistency.check().none()).isTrue();
	}

}
