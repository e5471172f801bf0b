package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.progress.ReadingPartners;
import org.calltolocalaction.pledges.progress.ReadingPartners.Reading;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.rounds.Reminder;
import org.calltolocalaction.reviews.rounds.ReminderStep;
import org.calltolocalaction.reviews.rounds.Reminders;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.testing.Deliveries;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitors;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A review that nobody makes goes up step by step, and in the end does without: on the
 * real process, for all to see.
 */
@DeskTest
class OverdueReviewTests {

	private static final PartnerCode MMC = new PartnerCode("MMC");

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	Deliveries deliveries;

	@Autowired
	MutableClock clock;

	@Autowired
	GrantRole roles;

	@Autowired
	TakeReview take;

	@Autowired
	Reviews reviews;

	@Autowired
	ReviewDates dates;

	@Autowired
	Reminders reminders;

	@Autowired
	ReadingPartners partners;

	@Autowired
	ResolveDisagreement resolve;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	AuditTrail trail;

	@Autowired
	Visitors visitors;

	@Autowired
	JdbcClient jdbc;

	private Person member;

	private Person holder;

	private Person lead;

	private PledgeReference reference;

	/**
	 * UCLG and IOM have answered; at MMC somebody has taken the review, and somebody
	 * leads.
	 */
	@BeforeEach
	void a_pledge_waits_for_one_partner() {
		story.aSharedCall();
		member = story.memberOf("Nampula");
		reference = story.aSubmittedPledgeBy(member);
		holder = story.reviewer("MMC", "Holder" + UUID.randomUUID());
		lead = story.reviewer("MMC", "Lead" + UUID.randomUUID());
		roles.lead(story.coordinator(), lead.id());
		take.take(reference, null, holder);
		story.judges("UCLG", reference, "APPROVE");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);
	}

	@Test
	void it_is_told_to_who_has_it_then_to_the_lead_then_to_the_coordinators_each_once() {
		timePassesTo(dates.due(reference).minusSeconds(1));
		assertThat(reminders.of(reference)).isEmpty();

		timePassesTo(dates.due(reference));
		timePassesTo(dates.leadsTold(reference));
		timePassesTo(dates.coordinatorsTold(reference));

		List<Reminder> steps = reminders.of(reference);
		assertThat(steps).extracting(Reminder::partner, Reminder::step, Reminder::at)
			.containsExactly(tuple(MMC, ReminderStep.REVIEWERS, dates.due(reference)),
					tuple(MMC, ReminderStep.LEADS, dates.leadsTold(reference)),
					tuple(MMC, ReminderStep.COORDINATORS, dates.coordinatorsTold(reference)));
		assertThat(steps.get(0).told()).containsExactly(holder.id());
		assertThat(steps.get(1).told()).contains(lead.id()).doesNotContain(holder.id());
		assertThat(steps.get(2).told()).contains(story.coordinator().id());
		assertThat(acts()).contains("review.reviewers-reminded", "review.leads-told", "review.coordinators-told");
	}

	@Test
	void every_step_stands_on_the_pages_of_the_reviewer_the_coordinator_and_the_government() {
		timePassesTo(dates.due(reference));
		timePassesTo(dates.leadsTold(reference));

		assertThat(visitors.page(holder, "/reviews/" + reference)).contains("Reviewers reminded on",
				"Lead informed on");
		assertThat(visitors.page(story.coordinator(), "/coordination/pledges/" + reference))
			.contains("Reviewers reminded on", holder.name(), "Lead informed on", lead.name());
		assertThat(visitors.page(member, "/my/pledges/" + reference)).containsPattern("reminded on \\d+ and \\d+ May")
			.doesNotContain(holder.name(), lead.name());
		assertThat(readingOfMmc().reminded()).containsExactly(dates.due(reference), dates.leadsTold(reference));

		take.release(reference, holder);
		story.judges("MMC", reference, "APPROVE");

		assertThat(readingOfMmc().reminded()).as("it is there").isEmpty();
	}

	@Test
	void at_the_cut_off_the_coordinators_decide_with_the_reviews_there_are_and_the_record_names_who_is_missing() {
		Instant cutOff = dates.cutOff(reference);
		timePassesTo(cutOff);

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DISAGREEMENT);
		assertThat(reviewOfMmc().missedAt()).contains(cutOff);
		assertThat(trail.of(reference)).extracting(RecordedEntry::kind, RecordedEntry::facts)
			.contains(tuple("review.missed", Map.of("partner", "MMC")));
		assertThat(visitors.page(story.coordinator(), "/coordination/pledges/" + reference))
			.contains("MMC did not complete its review by", "No review by", "A comment of UCLG");
		assertThat(jdbc.sql("select body from mail where about = ? and kind = 'DECISION_WAITING'")
			.param(reference.value())
			.query(String.class)
			.list()).isNotEmpty().allSatisfy(mail -> assertThat(mail).contains("MMC: no review by"));

		resolve.decide(reference, Outcome.ACCEPTED, "Two of three are convinced", story.coordinator());
		jobs.run(reference);

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		assertThat(reviewOfMmc().missedAt()).as("and stays on the record").contains(cutOff);
	}

	@Test
	void a_review_of_a_withdrawn_pledge_was_not_missed() {
		withdraw.withdraw(reference, "Another year", member);

		assertThat(reviewOfMmc().missedAt()).isEmpty();
		assertThat(acts()).contains("review.cancelled").doesNotContain("review.missed");
	}

	@Test
	void what_a_restart_finds_overdue_is_one_mail_to_each_coordinator_although_the_timers_fire_one_by_one() {
		PledgeReference second = story.aPledgeUnderReviewBy(member);
		PledgeReference third = story.aPledgeUnderReviewBy(member);
		Person coordinator = story.memberOf("Nairobi");
		roles.coordinator(story.coordinator(), EmailAddress.parse(coordinator.email()).orElseThrow());
		clock.set(dates.coordinatorsTold(third));
		for (PledgeReference late : List.of(reference, second, third)) {
			jobs.run(late);
			clock.advance(Duration.ofSeconds(50));
		}

		deliveries.deliverTo(coordinator.email());

		assertThat(jdbc.sql("select body from mail where recipient = ? and state = 'OUTGOING'")
			.param(coordinator.email())
			.query(String.class)
			.list()).singleElement()
			.satisfies(mail -> assertThat(mail).contains("still have overdue reviews (3):", reference.value(),
					second.value(), third.value()));
	}

	private void timePassesTo(Instant instant) {
		clock.set(instant);
		jobs.run(reference);
	}

	private Review reviewOfMmc() {
		return reviews.of(reference).stream().filter(review -> review.partner().equals(MMC)).findFirst().orElseThrow();
	}

	private Reading readingOfMmc() {
		return partners.of(story.pledge(reference))
			.stream()
			.filter(reading -> reading.partner().equals(MMC))
			.findFirst()
			.orElseThrow();
	}

	private List<String> acts() {
		return trail.of(reference).stream().map(RecordedEntry::kind).toList();
	}

}
