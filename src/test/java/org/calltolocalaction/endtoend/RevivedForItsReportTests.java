package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.testing.AtOnce.atOnce;

import java.time.Duration;
import java.util.List;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.edition.EditionMails;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.drafting.RenewPledge;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A withdrawn pledge is revived: in which report it stands then, until when, and what if
 * somebody else acts at once.
 */
@DeskTest
class RevivedForItsReportTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	Editions editions;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	RevivePledge revive;

	@Autowired
	RenewPledge renew;

	@Autowired
	Placements placements;

	@Autowired
	OpenEdition openEdition;

	@Autowired
	Inclusions inclusions;

	@Autowired
	PublishedPledges published;

	@Autowired
	ConfirmContents confirm;

	@Autowired
	EditionMails editionMails;

	@Autowired
	AuditTrail trail;

	@Autowired
	JdbcClient jdbc;

	private EditionYear year;

	private Person member;

	private PledgeReference reference;

	@BeforeEach
	void a_pledge_is_submitted() {
		year = story.anOpenEdition();
		member = story.memberOf("Sfax");
		reference = story.aPledgeUnderReviewBy(member);
	}

	@Test
	void once_accepted_again_it_stands_in_its_report_and_in_the_public_list_again() {
		story.allJudge(reference, "APPROVE");
		withdrawAndRevive();
		assertThat(published.find(reference)).isEmpty();

		story.submit(reference, member);
		jobs.run(reference);
		story.allJudge(reference, "APPROVE");

		assertThat(placeOf(reference)).isEqualTo(year);
		assertThat(published.find(reference)).hasValueSatisfying(found -> assertThat(found.revision()).isEqualTo(2));
	}

	@Test
	void submitted_again_after_the_deadline_it_keeps_the_edition_of_its_first_submission() {
		clock.set(deadline().endOfGrace().plus(Duration.ofDays(5)));
		jobs.run(year);

		withdrawAndRevive();
		story.submit(reference, member);
		jobs.run(reference);
		story.allJudge(reference, "APPROVE");

		assertThat(placeOf(reference)).isEqualTo(year);
	}

	@Test
	void one_that_was_carried_over_is_revived_for_the_edition_to_which_it_was_carried() {
		PledgeReference late = aLatePledgeInTheNextEdition();
		story.reportFreezes(year);

		withdraw.withdraw(late, "", member);
		assertThat(revive.possible(story.pledge(late))).isTrue();
		revive.revive(late, member);
		story.submit(late, member);
		jobs.run(late);
		story.allJudge(late, "APPROVE");

		assertThat(placeOf(late)).isEqualTo(year.next());
		assertThat(inclusions.find(late).orElseThrow().reason()).isEqualTo(PlacementReason.LATE);
	}

	@Test
	void when_the_report_for_which_it_counted_is_frozen_a_new_pledge_can_be_begun_from_it_instead() {
		withdraw.withdraw(reference, "", member);
		story.reportFreezes(year);

		assertThat(revive.possible(story.pledge(reference))).isFalse();
		assertThatThrownBy(() -> revive.revive(reference, member)).isInstanceOfSatisfying(Refused.class,
				refused -> assertThat(refused.arguments()).containsExactly(reference.value(), year.toString()));
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.WITHDRAWN);

		Pledge renewed = story.pledge(renew.renew(reference, member));
		assertThat(renewed.continues()).contains(reference);
		assertThat(renewed.answers().text("title")).isEqualTo(Story.completeAnswers().text("title"));
	}

	@Test
	void revived_in_time_and_submitted_after_the_freeze_it_counts_for_the_next_edition() {
		withdrawAndRevive();
		story.reportFreezes(year);

		assertThat(placements.countsFor(story.pledge(reference))).isEqualTo(Placement.next(year.next()));
		story.submit(reference, member);
		jobs.run(reference);
		story.allJudge(reference, "APPROVE");

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.ACCEPTED);
		openEdition.plan(year.next(), story.coordinator());
		jobs.run(reference);
		assertThat(inclusions.find(reference).orElseThrow().reason()).isEqualTo(PlacementReason.DECIDED_AFTER_FREEZE);
		assertThat(placeOf(reference)).isEqualTo(year.next());
	}

	@Test
	void the_report_does_not_wait_for_it_before_it_is_submitted_again_and_does_then() {
		withdrawAndRevive();
		assertThat(missing()).doesNotContain(reference);

		story.submit(reference, member);

		assertThat(missing()).contains(reference);
	}

	@Test
	void its_government_is_reminded_of_it_before_the_deadline_of_the_edition_for_which_it_counts() {
		withdrawAndRevive();

		editionMails.deadlineReminder(year);

		assertThat(jdbc.sql("select body from mail where kind = 'DEADLINE_REMINDER' and account = ?")
			.param(member.id().value())
			.query(String.class)
			.single()).contains("Restored after a withdrawal: please submit these pledges again", reference.value());
	}

	@Test
	void a_pledge_revived_by_two_colleagues_at_once_is_revived_once() throws Exception {
		withdraw.withdraw(reference, "", member);

		atOnce(() -> revived(), () -> revived());

		assertThat(trail.of(reference)).filteredOn(entry -> entry.kind().equals("pledge.revived")).hasSize(1);
	}

	@Test
	void a_pledge_revived_while_its_report_is_frozen_is_a_draft_again_or_stays_withdrawn_and_never_half_of_it()
			throws Exception {
		withdraw.withdraw(reference, "", member);
		story.callCloses(year);
		confirm.confirm(year, "Every decision is there", confirm.forecast(year, story.coordinator()).fingerprint(),
				story.coordinator());

		List<Boolean> results = atOnce(() -> revived(), () -> {
			jobs.run(year);
			return true;
		});

		assertThat(editions.edition(year).reportFrozen()).isTrue();
		assertThat(story.pledge(reference).state())
			.isEqualTo(results.get(0) ? PledgeState.REVIVED : PledgeState.WITHDRAWN);
	}

	private void withdrawAndRevive() {
		withdraw.withdraw(reference, "The council hesitates", member);
		revive.revive(reference, member);
	}

	private boolean revived() {
		try {
			revive.revive(reference, member);
			return true;
		}
		catch (Refused tooLate) {
			return false;
		}
	}

	private PledgeReference aLatePledgeInTheNextEdition() {
		openEdition.plan(year.next(), story.coordinator());
		story.allJudge(reference, "APPROVE");
		PledgeReference late = story.aDraftBy(member);
		clock.set(deadline().endOfGrace().plusSeconds(1));
		story.submit(late, member);
		jobs.run(late);
		story.allJudge(late, "APPROVE");
		return late;
	}

	private List<PledgeReference> missing() {
		return confirm.forecast(year, story.coordinator()).missing();
	}

	private Deadline deadline() {
		return editions.edition(year).deadline();
	}

	private EditionYear placeOf(PledgeReference pledge) {
		return inclusions.find(pledge).orElseThrow().edition();
	}

}
