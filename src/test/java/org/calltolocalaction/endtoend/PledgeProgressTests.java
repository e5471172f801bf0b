package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.progress.PledgeProgress;
import org.calltolocalaction.pledges.progress.PledgeProgress.StepId;
import org.calltolocalaction.pledges.progress.PledgeProgress.Visit;
import org.calltolocalaction.pledges.progress.ReadingPartners;
import org.calltolocalaction.pledges.progress.ReadingPartners.Reading;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A government can follow its pledge at every step: on the real processes and the real
 * database.
 */
@DeskTest
class PledgeProgressTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	Editions editions;

	@Autowired
	PledgeProgress progress;

	@Autowired
	ReadingPartners partners;

	@Autowired
	ResolveDisagreement resolve;

	@Autowired
	WithdrawPledge withdraw;

	private EditionYear year;

	private Person member;

	private PledgeReference reference;

	@BeforeEach
	void a_pledge_is_submitted() {
		year = story.anOpenEdition();
		member = story.memberOf("Guayaquil");
		reference = story.aPledgeUnderReviewBy(member);
	}

	@Test
	void under_review_it_is_with_the_partners_who_have_not_answered_since_the_round_began() {
		Instant submitted = clock.instant();
		clock.advance(Duration.ofDays(2));
		story.judges("UCLG", reference, "APPROVE");

		assertThat(passed()).containsExactly("Start_PledgeSubmitted");
		assertThat(present()).containsExactly("Task_ReviewPledge");
		assertThat(progress.visitsOf(reference)).allMatch(visit -> visit.from().equals(submitted));
		assertThat(partners.of(story.pledge(reference)))
			.extracting(reading -> reading.partner().value(), Reading::since,
					reading -> reading.finished().orElse(null))
			.containsExactly(tuple("IOM", submitted, null), tuple("MMC", submitted, null),
					tuple("UCLG", submitted, clock.instant()));
	}

	@Test
	void with_the_last_review_done_and_the_next_step_to_come_it_is_still_under_review() {
		Stream.of("UCLG", "MMC", "IOM").forEach(partner -> story.judges(partner, reference, "APPROVE"));

		assertThat(present()).containsExactly("Task_ReviewPledge");
	}

	@Test
	void when_changes_are_asked_for_it_is_with_the_government_and_then_with_those_who_asked() {
		story.allApproveBut("MMC", "REQUEST_CHANGES", reference);
		assertThat(passed()).containsExactly("Start_PledgeSubmitted", "Task_ReviewPledge", "Gateway_Outcome");
		assertThat(present()).containsExactly("Task_RevisePledge");

		clock.advance(Duration.ofDays(5));
		story.submit(reference, member);

		assertThat(passed()).containsExactly("Start_PledgeSubmitted", "Task_ReviewPledge", "Gateway_Outcome",
				"Task_RevisePledge");
		assertThat(present()).containsExactly("Task_ReviewPledge");
		assertThat(partners.of(story.pledge(reference))).extracting(reading -> reading.partner().value())
			.containsExactly("MMC");
	}

	@Test
	void a_disagreement_is_with_the_coordinators_until_they_decide() {
		story.allApproveBut("MMC", "DECLINE", reference);
		assertThat(present()).containsExactly("Task_DecideDisagreement");

		resolve.decide(reference, Outcome.ACCEPTED, "It is worth it", story.coordinator());
		jobs.run(reference);

		assertThat(passed()).containsSubsequence("Gateway_Outcome", "Task_DecideDisagreement",
				"Gateway_CoordinatorDecision", "Task_AcceptPledge");
		assertThat(present()).containsExactly("Task_AwaitFreeze");
	}

	@Test
	void a_disagreement_that_is_declined_is_at_its_end() {
		story.allApproveBut("MMC", "DECLINE", reference);

		resolve.decide(reference, Outcome.DECLINED, "Not yet", story.coordinator());
		jobs.run(reference);

		assertThat(passed()).endsWith("Task_DecideDisagreement", "Gateway_CoordinatorDecision", "End_Declined");
		assertThat(present()).isEmpty();
	}

	@Test
	void an_accepted_pledge_waits_for_the_report_and_is_at_its_end_when_that_is_frozen() {
		story.allJudge(reference, "APPROVE");
		assertThat(present()).containsExactly("Task_AwaitFreeze");

		story.reportFreezes(year);

		assertThat(passed()).containsExactly("Start_PledgeSubmitted", "Task_ReviewPledge", "Gateway_Outcome",
				"Task_AcceptPledge", "Gateway_Placement", "Task_IncludeInThisEdition", "Task_AwaitFreeze",
				"End_Included");
		assertThat(present()).isEmpty();
	}

	@Test
	void a_declined_pledge_is_at_its_end() {
		story.allJudge(reference, "DECLINE");

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DECLINED);
		assertThat(passed()).containsExactly("Start_PledgeSubmitted", "Task_ReviewPledge", "Gateway_Outcome",
				"End_Declined");
		assertThat(present()).isEmpty();
	}

	@Test
	void a_withdrawn_pledge_is_with_nobody() {
		story.judges("UCLG", reference, "APPROVE");

		withdraw.withdraw(reference, "Another year", member);

		assertThat(passed()).containsExactly("Start_PledgeSubmitted", "Task_ReviewPledge", "End_Withdrawn");
		assertThat(present()).isEmpty();
		assertThat(partners.of(story.pledge(reference))).allMatch(reading -> reading.finished().isPresent());
	}

	@Test
	void a_late_pledge_is_carried_over_and_waits_for_the_next_report() {
		clock.set(editions.edition(year).deadline().endOfGrace().plusSeconds(1));
		reference = story.aSubmittedPledgeBy(member);

		story.allJudge(reference, "APPROVE");

		assertThat(passed()).endsWith("Task_AcceptPledge", "Gateway_Placement", "Task_CarryOver");
		assertThat(present()).containsExactly("Task_AwaitFreeze");
	}

	@Test
	void a_moved_deadline_asks_anew_for_which_report_it_counts() {
		story.allJudge(reference, "APPROVE");
		clock.advance(Duration.ofDays(10));

		story.moveDeadline(year, clock.instant().minus(Duration.ofDays(15)));
		assertThat(present()).containsExactly("Gateway_Placement");
		jobs.run(reference, year);

		assertThat(passed()).endsWith("Task_IncludeInThisEdition", "Task_AwaitFreeze", "Gateway_Placement",
				"Task_CarryOver");
		assertThat(present()).containsExactly("Task_AwaitFreeze");
	}

	@Test
	void what_can_follow_upon_a_step_is_named_with_the_questions_between_left_out() {
		assertThat(progress.map().after(new StepId("Task_ReviewPledge"))).extracting(StepId::value)
			.containsExactlyInAnyOrder("Task_AcceptPledge", "Task_RevisePledge", "Task_DecideDisagreement",
					"End_Declined");
		assertThat(progress.map().after(new StepId("Task_RevisePledge"))).extracting(StepId::value)
			.containsExactly("Task_ReviewPledge");
		assertThat(progress.map().after(new StepId("End_Included"))).isEmpty();
	}

	@Test
	void how_long_a_step_took_is_the_median_of_whole_rounds_in_earlier_editions() {
		Map<Integer, PledgeReference> days = Map.of(3, reference, 9, story.aSubmittedPledgeBy(member), 4,
				story.aSubmittedPledgeBy(member));
		clock.advance(Duration.ofDays(3));
		story.allJudge(days.get(3), "APPROVE");
		clock.advance(Duration.ofDays(1));
		story.allJudge(days.get(4), "APPROVE");
		clock.advance(Duration.ofDays(5));
		story.judges("UCLG", days.get(9), "APPROVE");
		withdraw.withdraw(days.get(9), "", member);
		StepId review = new StepId("Task_ReviewPledge");

		assertThat(progress.usually(review, year.next())).hasValueSatisfying(usual -> {
			assertThat(usual.lastYear()).isTrue();
			assertThat(usual.median()).isEqualTo(Duration.ofHours(84));
		});
		assertThat(progress.usually(review, year.next().next()))
			.hasValueSatisfying(usual -> assertThat(usual.lastYear()).isFalse());
		assertThat(progress.usually(review, new EditionYear(2018))).isEmpty();
	}

	private List<String> passed() {
		return steps(progress.visitsOf(reference).stream().filter(visit -> !visit.present()));
	}

	private List<String> present() {
		return steps(progress.visitsOf(reference).stream().filter(Visit::present));
	}

	private static List<String> steps(Stream<Visit> visits) {
		return visits.map(visit -> visit.step().value()).toList();
	}

}
