package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.placement.DeadlineChanges;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.reports.Inclusion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What counts is when the pledge was first submitted: on the real processes and the real
 * database.
 */
class LawOfTheDeadlineTests extends LawTest {

	@Autowired
	DeadlineChanges changes;

	private EditionYear year;

	private Person member;

	@BeforeEach
	void a_call_is_open() {
		year = story.anOpenEdition();
		member = story.memberOf("Godoy Cruz");
	}

	@Test
	void a_pledge_submitted_in_the_last_second_counts_for_its_edition() {
		clock.set(deadline().instant());
		PledgeReference reference = story.aSubmittedPledgeBy(member);

		story.allJudge(reference, "APPROVE");

		assertThat(placeOf(reference)).isEqualTo(year);
	}

	@Test
	void a_pledge_submitted_in_grace_counts_as_in_time_and_is_recorded_as_such() {
		clock.set(deadline().instant().plusSeconds(1));
		PledgeReference reference = story.aDraftBy(member);

		SubmitPledge.Submitted submitted = story.submit(reference, member);
		story.allJudge(reference, "APPROVE");

		assertThat(submitted.receipt().timeliness()).isEqualTo(Timeliness.IN_GRACE);
		assertThat(placeOf(reference)).isEqualTo(year);
		assertThat(inclusion(reference).reason()).isEqualTo(PlacementReason.IN_GRACE);
	}

	@Test
	void a_pledge_one_second_late_is_not_refused_but_carried_to_the_next_edition() {
		PledgeReference reference = story.aDraftBy(member);
		clock.set(deadline().endOfGrace().plusSeconds(1));

		SubmitPledge.Submitted submitted = story.submit(reference, member);
		story.allJudge(reference, "APPROVE");

		assertThat(submitted.receipt().timeliness()).isEqualTo(Timeliness.LATE);
		assertThat(submitted.receipt().countsFor()).isEqualTo(Placement.next(year.next()));
		assertWaits(reference);
	}

	@Test
	void a_member_for_whom_the_second_of_october_has_begun_is_in_time_anywhere_on_earth() {
		Person inKiribati = story.memberOf("Kiritimati", Locale.ENGLISH, ZoneId.of("Pacific/Kiritimati"));
		clock.set(deadline().instant().minusSeconds(60));

		SubmitPledge.Submitted submitted = story.submit(story.aDraftBy(inKiribati), inKiribati);

		assertThat(submitted.receipt().submittedAtInMemberZone().getDayOfMonth()).isEqualTo(3);
		assertThat(submitted.receipt().timeliness()).isEqualTo(Timeliness.IN_TIME);
	}

	@Test
	void a_pledge_submitted_in_time_keeps_its_edition_when_its_changes_are_made_after_the_deadline() {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.allApproveBut("MMC", "REQUEST_CHANGES", reference);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.CHANGES_REQUESTED);
		clock.set(deadline().endOfGrace().plus(Duration.ofDays(20)));
		jobs.run(year);

		SubmitPledge.Submitted again = story.submit(reference, member);
		story.judges("MMC", reference, "APPROVE");
		jobs.run(reference);

		assertThat(again.receipt().countsFor()).isEqualTo(Placement.in(year));
		assertThat(editions.edition(year).state()).isEqualTo(EditionState.CLOSED);
		assertThat(placeOf(reference)).isEqualTo(year);
	}

	@Test
	void a_pledge_decided_after_the_freeze_waits_for_the_next_edition_and_is_told_why() {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.allApproveBut("MMC", "REQUEST_CHANGES", reference);
		story.reportFreezes(year);

		story.submit(reference, member);
		story.judges("MMC", reference, "APPROVE");
		jobs.run(reference);

		assertWaits(reference);
		assertThat(mails.of(reference)).filteredOn(mail -> mail.kind() == MailKind.CARRIED_OVER)
			.singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("its review ended after the report of the " + year));
	}

	@Test
	void a_deadline_moved_earlier_carries_a_pledge_over_that_was_included_already() {
		clock.set(deadline().instant().minus(Duration.ofDays(10)));
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.allJudge(reference, "APPROVE");
		assertThat(placeOf(reference)).isEqualTo(year);

		story.moveDeadline(year, clock.instant().minus(Duration.ofDays(1)));
		jobs.run(reference, year);

		assertWaits(reference);
		assertThat(editions.edition(year).state()).isEqualTo(EditionState.CLOSED);
	}

	@Test
	void a_deadline_moved_later_brings_a_late_pledge_back_and_opens_the_call_again() {
		PledgeReference reference = story.aDraftBy(member);
		clock.set(deadline().endOfGrace().plus(Duration.ofDays(2)));
		jobs.run(year);
		story.submit(reference, member);
		story.allJudge(reference, "APPROVE");
		assertWaits(reference);

		story.moveDeadline(year, clock.instant().plus(Duration.ofDays(7)));
		jobs.run(reference, year);

		assertThat(placeOf(reference)).isEqualTo(year);
		assertThat(editions.edition(year).state()).isEqualTo(EditionState.OPEN);
	}

	@Test
	void members_are_told_each_time_a_moved_deadline_moves_their_pledge() {
		PledgeReference reference = story.aDraftBy(member);
		clock.set(deadline().endOfGrace().plus(Duration.ofDays(2)));
		jobs.run(year);
		story.submit(reference, member);
		story.allJudge(reference, "APPROVE");
		assertThat(placements(reference)).containsExactly(MailKind.CARRIED_OVER);

		movesTo(clock.instant().plus(Duration.ofDays(7)), reference);
		assertThat(placements(reference)).containsExactly(MailKind.CARRIED_OVER, MailKind.PLACEMENT_RESTORED);
		movesTo(clock.instant().minus(Duration.ofDays(1)), reference);
		movesTo(clock.instant().plus(Duration.ofDays(7)), reference);

		assertThat(placements(reference)).containsExactly(MailKind.CARRIED_OVER, MailKind.PLACEMENT_RESTORED,
				MailKind.CARRIED_OVER, MailKind.PLACEMENT_RESTORED);
		assertThat(mails.of(reference)).filteredOn(mail -> mail.kind() == MailKind.PLACEMENT_RESTORED)
			.allSatisfy(mail -> assertThat(mail.body()).contains("counts for the " + year + " edition again",
					"no longer waits for the next one"));
	}

	@Test
	void a_deadline_moved_while_the_review_runs_is_the_one_that_decides() {
		clock.set(deadline().instant().minus(Duration.ofDays(10)));
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.judges("UCLG", reference, "APPROVE");

		story.moveDeadline(year, clock.instant().minus(Duration.ofDays(1)));
		story.judges("MMC", reference, "APPROVE");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);

		assertWaits(reference);
	}

	@Test
	void a_preview_says_whom_a_moved_deadline_affects_before_it_moves() {
		clock.set(deadline().instant().minus(Duration.ofDays(10)));
		PledgeReference early = story.aSubmittedPledgeBy(member);
		clock.advance(Duration.ofDays(5));
		PledgeReference later = story.aSubmittedPledgeBy(member);
		Instant between = clock.instant().minus(Duration.ofDays(2));

		List<DeadlineChanges.Affected> affected = changes.preview(year, new Deadline(
				between.atZone(deadline().zone()).toLocalDateTime(), deadline().zone(), deadline().grace()));

		assertThat(affected).extracting(one -> one.pledge().reference()).contains(later).doesNotContain(early);
		assertThat(affected).filteredOn(one -> one.pledge().reference().equals(later))
			.allMatch(DeadlineChanges.Affected::changesEdition);
		assertThat(editions.edition(year).deadline().instant()).isAfter(clock.instant());
	}

	private void movesTo(Instant deadline, PledgeReference reference) {
		clock.advance(Duration.ofMinutes(1));
		story.moveDeadline(year, deadline);
		jobs.run(reference, year);
	}

	private List<MailKind> placements(PledgeReference reference) {
		return mails.of(reference)
			.stream()
			.map(LoggedMail::kind)
			.filter(kind -> kind == MailKind.CARRIED_OVER || kind == MailKind.PLACEMENT_RESTORED)
			.toList();
	}

	private Deadline deadline() {
		return editions.edition(year).deadline();
	}

	private void assertWaits(PledgeReference reference) {
		assertThat(inclusions.find(reference)).isEmpty();
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.ACCEPTED);
		assertThat(placements.countsFor(story.pledge(reference))).isEqualTo(Placement.next(year.next()));
	}

	private EditionYear placeOf(PledgeReference reference) {
		return inclusion(reference).edition();
	}

	private Inclusion inclusion(PledgeReference reference) {
		return inclusions.find(reference).orElseThrow();
	}

}
