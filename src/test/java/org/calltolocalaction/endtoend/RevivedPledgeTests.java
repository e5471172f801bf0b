package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.progress.PledgeProgress;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reviews.ReviewConsistency;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A government changes its mind about a withdrawal: on the real processes and the real
 * database.
 */
@DeskTest
class RevivedPledgeTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	RevivePledge revive;

	@Autowired
	Revisions revisions;

	@Autowired
	Reviews reviews;

	@Autowired
	ReviewRound round;

	@Autowired
	ReviewConsistency consistency;

	@Autowired
	PledgeProgress progress;

	@Autowired
	MailLog mails;

	@Autowired
	AuditTrail trail;

	private EditionYear year;

	private Person member;

	private PledgeReference reference;

	@BeforeEach
	void a_pledge_is_submitted() {
		year = story.aSharedCall();
		member = story.memberOf("Sfax");
		reference = story.aPledgeUnderReviewBy(member);
	}

	@Test
	void it_is_a_draft_again_with_its_reference_its_first_submission_and_its_receipts() {
		Instant first = clock.instant();
		clock.advance(Duration.ofDays(3));

		withdrawAndRevive();

		Pledge revived = story.pledge(reference);
		assertThat(revived.state()).isEqualTo(PledgeState.REVIVED);
		assertThat(revived.state().editable()).isTrue();
		assertThat(revived.firstSubmittedAt()).contains(first);
		assertThat(revisions.of(reference)).hasSize(1);
		assertThat(trail.of(reference)).last()
			.extracting(RecordedEntry::kind, RecordedEntry::who)
			.containsExactly("pledge.revived", member.account());
	}

	@Test
	void what_is_submitted_then_is_the_next_revision_and_all_partners_judge_it_anew() {
		story.judges("UCLG", reference, "APPROVE");
		withdrawAndRevive();

		story.submit(reference, member);
		jobs.run(reference);

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		assertThat(reviews.of(reference)).filteredOn(review -> review.revision() == 2)
			.extracting(review -> review.partner().value())
			.containsExactly("IOM", "MMC", "UCLG");
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void three_rounds_before_the_withdrawal_are_no_reason_to_refer_it_to_the_coordinators() {
		for (int i = 0; i < 2; i++) {
			Stream.of("UCLG", "MMC", "IOM")
				.filter(partner -> asked(partner))
				.forEach(partner -> story.judges(partner, reference, "REQUEST_CHANGES"));
			jobs.run(reference);
			story.submit(reference, member);
			jobs.run(reference);
		}
		assertThat(round.tally(reference).round()).isEqualTo(3);

		withdrawAndRevive();
		story.submit(reference, member);
		jobs.run(reference);

		assertThat(round.tally(reference).round()).isEqualTo(1);
		story.allJudge(reference, "REQUEST_CHANGES");
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.CHANGES_REQUESTED);
	}

	@Test
	void it_can_be_withdrawn_and_revived_once_more_without_having_been_submitted() {
		withdrawAndRevive();

		clock.advance(Duration.ofHours(1));
		withdrawAndRevive();

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.REVIVED);
		assertThat(mails.of(reference)).filteredOn(mail -> mail.kind() == MailKind.REVIVED).hasSize(2);
	}

	@Test
	void reviving_twice_is_reviving_once() {
		withdrawAndRevive();

		revive.revive(reference, member);

		assertThat(trail.of(reference)).filteredOn(entry -> entry.kind().equals("pledge.revived")).hasSize(1);
	}

	@Test
	void what_was_not_withdrawn_is_not_revived_and_a_stranger_revives_nothing() {
		assertThatThrownBy(() -> revive.revive(reference, member)).isInstanceOf(Refused.class);
		withdraw.withdraw(reference, "", member);

		assertThatThrownBy(() -> revive.revive(reference, story.memberOf("Sousse"))).isInstanceOf(NotFound.class);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.WITHDRAWN);
	}

	@Test
	void the_governments_members_are_told_who_revived_it_and_the_reviewers_why_it_comes_once_more() {
		Person reviewer = story.reviewer("UCLG", "Reader");
		withdrawAndRevive();
		assertThat(mails.of(reference)).filteredOn(mail -> mail.kind() == MailKind.REVIVED)
			.singleElement()
			.satisfies(mail -> {
				assertThat(mail.recipient()).isEqualTo(member.email());
				assertThat(mail.body()).contains(member.name() + " has restored the pledge",
						"the " + year + " edition");
			});

		story.submit(reference, member);
		jobs.run(reference);

		assertThat(mails.of(reference))
			.filteredOn(mail -> mail.kind() == MailKind.REVIEW_WAITING && mail.recipient().equals(reviewer.email()))
			.extracting(LoggedMail::body)
			.last()
			.asString()
			.contains("The government had withdrawn this pledge", "version 2");
	}

	@Test
	void a_member_can_follow_it_on_its_second_way_and_sees_the_first() {
		withdrawAndRevive();
		assertThat(progress.visitsOf(reference)).noneMatch(PledgeProgress.Visit::present);

		clock.advance(Duration.ofMinutes(1));
		story.submit(reference, member);
		jobs.run(reference);

		assertThat(progress.visitsOf(reference)).extracting(visit -> visit.step().value())
			.containsExactly("Start_PledgeSubmitted", "Task_ReviewPledge", "End_Withdrawn", "Start_PledgeSubmitted",
					"Task_ReviewPledge");
	}

	private void withdrawAndRevive() {
		withdraw.withdraw(reference, "The council hesitates", member);
		revive.revive(reference, member);
	}

	private boolean asked(String partner) {
		return reviews.of(reference)
			.stream()
			.anyMatch(review -> review.open() && review.partner().value().equals(partner));
	}

}
