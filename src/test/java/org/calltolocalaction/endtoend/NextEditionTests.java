package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.coordination.DeadlinePreview;
import org.calltolocalaction.coordination.OpeningForecast;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The next edition is the next that a coordinator opens or plans, and nobody is stranded
 * by a year that is skipped.
 */
class NextEditionTests extends NextEditionTest {

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	RevivePledge revive;

	@Test
	void the_desk_plans_no_edition_by_itself() {
		PledgeReference late = aLateAcceptedPledge();

		assertThat(editions.find(year.next())).isEmpty();
		assertThat(inclusions.find(late)).isEmpty();
		assertThat(story.pledge(late).state()).isEqualTo(PledgeState.ACCEPTED);
		assertThat(trail.of(late)).extracting(RecordedEntry::kind).contains("pledge.awaits-next-edition");
		assertThat(told(late, MailKind.CARRIED_OVER)).singleElement()
			.satisfies(mail -> assertThat(mail.body())
				.contains("counts for the next edition, which is expected in " + year.next()));
	}

	@Test
	void a_receipt_says_the_next_edition_and_the_year_that_is_expected_and_stays_so() {
		SubmitPledge.Submitted submitted = story.submit(story.aDraftBy(member), member);
		assertThat(submitted.receipt().countsFor()).isEqualTo(Placement.next(year.next()));

		EditionYear later = opensTheYearAfterNext();

		assertThat(story.submit(submitted.receipt().reference(), member).receipt().countsFor())
			.isEqualTo(Placement.next(year.next()));
		assertThat(placeOf(submitted.receipt().reference())).isEqualTo(Placement.in(later));
	}

	@Test
	void a_skipped_year_strands_no_accepted_pledge_and_its_government_is_told_where_it_stands() {
		PledgeReference late = aLateAcceptedPledge();

		EditionYear later = opensTheYearAfterNext();
		jobs.run(late);

		assertThat(inclusions.find(late)).map(Inclusion::edition).contains(later);
		assertThat(inclusions.find(late)).map(Inclusion::reason).contains(PlacementReason.LATE);
		assertThat(told(late, MailKind.CARRIED_OVER)).hasSize(2)
			.anySatisfy(mail -> assertThat(mail.subject()).contains("counts for the " + later + " edition"));
	}

	@Test
	void what_is_still_under_review_is_told_once_where_it_counts_and_the_record_says_so() {
		PledgeReference late = story.aPledgeUnderReviewBy(member);

		EditionYear later = opensTheYearAfterNext();

		assertThat(placeOf(late)).isEqualTo(Placement.in(later));
		assertThat(told(late, MailKind.PLACE_CHANGED)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("now counts for the " + later + " edition",
					"the " + later + " call has been opened"));
		assertThat(trail.of(late)).filteredOn(entry -> entry.kind().equals("pledge.place-changed"))
			.singleElement()
			.satisfies(entry -> assertThat(entry.facts()).isEqualTo(Map.of("placement", later.toString())));
	}

	@Test
	void opening_past_a_planned_edition_says_how_many_it_held_and_takes_them_along() {
		openEdition.plan(year.next(), story.coordinator());
		PledgeReference late = aLateAcceptedPledge();
		assertThat(inclusions.find(late)).map(Inclusion::edition).contains(year.next());
		EditionYear later = new EditionYear(year.value() + 2);
		clock.set(Instant.parse(later + "-05-01T10:00:00Z"));

		OpeningForecast.Forecast forecast = openingForecast.of(later,
				EditionSetup.usual(Forum.named("A forum"), PARTNERS, Deadline.byDefault(later)), story.coordinator());
		assertThat(forecast.skips()).isTrue();
		assertThat(forecast.passed()).containsExactly(year.next());
		assertThat(forecast.places().total()).isEqualTo(1);
		assertThat(forecast.places().first()).extracting(place -> place.line().reference()).containsExactly(late);

		opens(later);
		jobs.run(late);

		assertThat(inclusions.find(late)).map(Inclusion::edition).contains(later);
		assertThat(editions.edition(year.next()).state()).isEqualTo(EditionState.SET_ASIDE);
	}

	@Test
	void an_opened_edition_that_has_no_time_for_a_pledge_lets_it_wait_on() {
		PledgeReference early = story.aPledgeUnderReviewBy(member);
		EditionYear later = opensTheYearAfterNext();
		PledgeReference late = story.aPledgeUnderReviewBy(story.memberOf("Kampala"));
		clock.advance(Duration.ofDays(20));
		story.moveDeadline(later, clock.instant().minus(Duration.ofDays(25)));
		jobs.run(later);

		assertThat(placeOf(early)).isEqualTo(Placement.in(later));
		assertThat(placeOf(late)).isEqualTo(Placement.next(later.next()));
	}

	@Test
	void carried_over_pledges_go_on_where_the_deadline_of_their_new_edition_moves_before_them() {
		PledgeReference late = aLateAcceptedPledge();
		EditionYear later = opensTheYearAfterNext();
		jobs.run(late);
		Deadline before = deadline(later, clock.instant().minus(Duration.ofDays(700)));

		DeadlinePreview.Preview preview = deadlinePreview.of(later, before, story.coordinator());
		assertThat(preview.changesEdition().first()).filteredOn(change -> change.line().reference().equals(late))
			.singleElement()
			.satisfies(change -> assertThat(change.to().known()).isFalse());
		story.moveDeadline(later, before.instant());
		jobs.run(late, later);

		assertThat(inclusions.find(late)).isEmpty();
		assertThat(placeOf(late)).isEqualTo(Placement.next(later.next()));
	}

	@Test
	void what_stands_in_a_frozen_report_is_left_out_of_a_move_and_the_preview_says_so() {
		PledgeReference late = aLateAcceptedPledge();
		EditionYear later = opensTheYearAfterNext();
		jobs.run(late);
		story.reportFreezes(later);
		Deadline forward = deadline(year, editions.edition(later).deadline().instant().minus(Duration.ofDays(30)));

		DeadlinePreview.Preview preview = deadlinePreview.of(year, forward, story.coordinator());
		assertThat(preview.staysThere().first()).extracting(line -> line.reference()).containsExactly(late);
		assertThat(preview.changesEdition().first()).extracting(change -> change.line().reference())
			.doesNotContain(late);
		story.moveDeadline(year, forward.instant());
		jobs.run(year);

		assertThat(inclusions.find(late)).map(Inclusion::edition).contains(later);
		assertThat(story.pledge(late).state()).isEqualTo(PledgeState.INCLUDED);
	}

	@Test
	void where_no_call_was_open_a_pledge_counts_for_the_next_that_is() {
		EditionYear next = story.noCallIsOpen();
		SubmitPledge.Submitted submitted = story.submit(story.aDraftBy(member), member);
		PledgeReference reference = submitted.receipt().reference();
		assertThat(submitted.receipt().timeliness()).isEqualTo(Timeliness.BEFORE_CALL);
		assertThat(submitted.receipt().countsFor()).isEqualTo(Placement.next(next));
		assertThat(story.pledge(reference).call()).isEmpty();
		jobs.run(reference);
		story.allJudge(reference, "APPROVE");
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.ACCEPTED);

		EditionYear later = new EditionYear(next.value() + 1);
		opens(later);
		jobs.run(reference);

		assertThat(inclusions.find(reference)).map(Inclusion::edition).contains(later);
		assertThat(inclusions.find(reference)).map(Inclusion::reason).contains(PlacementReason.BEFORE_CALL);
		assertThat(told(reference, MailKind.RECEIPT)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("No call was open", "expected in " + next));
	}

	@Test
	void what_is_withdrawn_while_it_waits_can_be_revived_and_waits_again() {
		PledgeReference late = aLateAcceptedPledge();

		withdraw.withdraw(late, "", member);
		assertThat(story.pledge(late).withdrawnFrom()).isEmpty();
		assertThat(revive.possible(story.pledge(late))).isTrue();
		revive.revive(late, member);

		assertThat(placeOf(late)).isEqualTo(Placement.next(year.next()));
	}

	@Test
	void a_moved_deadline_tells_the_governments_whose_drafts_it_concerns_and_the_preview_names_them() {
		EditionYear open = opensTheYearAfterNext();
		Person drafting = story.memberOf("Mombasa");
		PledgeReference draft = story.aDraftBy(drafting);
		Deadline to = deadline(open, editions.edition(open).deadline().instant().minus(Duration.ofDays(30)));

		DeadlinePreview.Preview preview = deadlinePreview.of(open, to, story.coordinator());
		assertThat(preview.drafts().total()).isEqualTo(number("select count(*) from pledge where state = 'DRAFT'"));
		assertThat(preview.drafts().governments())
			.isEqualTo(number("select count(distinct government_id) from pledge where state = 'DRAFT'"));
		story.moveDeadline(open, to.instant());

		assertThat(mailsTo(drafting, MailKind.DEADLINE_MOVED)).singleElement()
			.satisfies(body -> assertThat(body).contains("Previous deadline: 1 October " + open,
					"New deadline: 1 September " + open, draft.value(), story.nameOfGovernmentOf(drafting)));
		assertThat(mailsTo(member, MailKind.DEADLINE_MOVED)).as("who has no draft is not told").isEmpty();
	}

	@Test
	void a_pledge_that_is_decided_at_the_moment_in_which_a_call_is_opened_is_not_stranded() throws Exception {
		PledgeReference late = story.aPledgeUnderReviewBy(member);
		EditionYear later = new EditionYear(year.value() + 2);
		story.judges("UCLG", late, "APPROVE");
		story.judges("MMC", late, "APPROVE");
		story.judges("IOM", late, "APPROVE");

		AtOnce.atOnce(() -> {
			jobs.run(late);
			return later;
		}, () -> opens(later));
		jobs.run(late);

		assertThat(inclusions.find(late)).map(Inclusion::edition).contains(later);
	}

	@Test
	void a_pledge_that_is_submitted_at_the_moment_in_which_a_call_is_opened_answers_it_or_waits_for_it()
			throws Exception {
		EditionYear next = story.noCallIsOpen();
		PledgeReference draft = story.aDraftBy(member);

		AtOnce.atOnce(() -> story.submit(draft, member).receipt().countsFor().year(), () -> opens(next));

		assertThat(placeOf(draft)).isEqualTo(Placement.in(next));
		long told = told(draft, MailKind.PLACE_CHANGED).size();
		assertThat(told).as("told where it counts, by the receipt or after it")
			.isEqualTo(story.pledge(draft).call().isPresent() ? 0 : 1);
	}

	private Deadline deadline(EditionYear of, Instant instant) {
		Deadline present = editions.edition(of).deadline();
		return Deadline.at(instant.atZone(present.zone()), present.grace());
	}

	private List<String> mailsTo(Person person, MailKind kind) {
		return jdbc.sql("select body from mail where account = ? and kind = ?")
			.params(person.id().value(), kind.name())
			.query(String.class)
			.list();
	}

	private int number(String sql) {
		return jdbc.sql(sql).query(Integer.class).single();
	}

}
