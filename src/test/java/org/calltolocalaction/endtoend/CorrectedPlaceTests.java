package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.correction.CorrectPlacement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator moves an accepted pledge to another edition, until the freeze. */
class CorrectedPlaceTests extends LawTest {

	@Autowired
	private CorrectPlacement correct;

	private EditionYear year;

	private EditionYear next;

	private Person coordinator;

	private PledgeReference pledge;

	@BeforeEach
	void an_accepted_pledge_and_a_planned_edition() {
		year = story.anOpenEdition();
		coordinator = story.coordinator();
		pledge = story.aPledgeUnderReviewBy(story.memberOf("Godoy Cruz"));
		story.allJudge(pledge, "APPROVE");
		next = year.next();
		openEdition.plan(next, coordinator);
	}

	@Test
	void it_stands_in_that_report_and_in_no_other_and_its_government_is_told_why() {
		assertThat(correct.choice(pledge, coordinator).orElseThrow().possible()).contains(next).doesNotContain(year);

		move(year, next);

		assertStandsIn(next, PlacementReason.CORRECTED);
		assertThat(jdbc.sql("select edition_year from report_entry where reference = ?")
			.param(pledge.value())
			.query(Integer.class)
			.list()).containsExactly(next.value());
		assertThat(jdbc.sql("select edition_year from published_pledge where reference = ?")
			.param(pledge.value())
			.query(Integer.class)
			.list()).containsExactly(next.value());
		assertThat(told(MailKind.PLACE_CHANGED)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("to the report of the " + next + " edition",
					"> It is for next year"));
		assertThat(told(MailKind.CARRIED_OVER)).isEmpty();
		assertThat(told(MailKind.PLACEMENT_RESTORED)).isEmpty();
	}

	@Test
	void its_process_checks_it_again_and_leaves_it_there_whatever_the_deadline_says() {
		move(year, next);
		jobs.run(pledge);
		assertStandsIn(next, PlacementReason.CORRECTED);

		// By the law it would be late now.
		story.moveDeadline(year, story.pledge(pledge).firstSubmittedAt().orElseThrow().minusSeconds(60 * 60 * 24));
		story.moveDeadline(year, story.pledge(pledge).firstSubmittedAt().orElseThrow().plusSeconds(60 * 60 * 24));
		jobs.run(pledge);

		assertStandsIn(next, PlacementReason.CORRECTED);
		assertThat(story.pledge(pledge).state()).isEqualTo(PledgeState.INCLUDED);
		assertThat(told(MailKind.CARRIED_OVER)).isEmpty();
	}

	@Test
	void it_can_be_moved_back() {
		move(year, next);
		jobs.run(pledge);

		move(next, year);
		jobs.run(pledge);

		assertStandsIn(year, PlacementReason.CORRECTED);
		assertThat(told(MailKind.PLACE_CHANGED)).hasSize(2);
	}

	@Test
	void the_report_that_it_left_is_frozen_without_it() {
		move(year, next);
		jobs.run(pledge);

		story.reportFreezes(year);

		assertStandsIn(next, PlacementReason.CORRECTED);
		assertThat(jdbc.sql("select count(*) from report_entry where reference = ? and edition_year = ?")
			.params(pledge.value(), year.value())
			.query(Long.class)
			.single()).isZero();
		assertThat(correct.choice(pledge, coordinator).orElseThrow().possible()).doesNotContain(year);
		assertThatThrownBy(() -> move(next, year)).isInstanceOf(Refused.class).hasMessageContaining("not-movable");
	}

	@Test
	void what_is_confirmed_stays() {
		story.reportFreezes(year);

		assertThat(correct.choice(pledge, coordinator).orElseThrow().possible()).isEmpty();
		assertThatThrownBy(() -> move(year, next)).isInstanceOf(Refused.class).hasMessageContaining("not-movable");
		assertStandsIn(year, PlacementReason.IN_TIME);
	}

	@Test
	void it_is_placed_by_the_law_again_where_nothing_counts_for_that_edition_any_more() {
		move(year, next);
		jobs.run(pledge);

		// Opened past the planned one, which is set aside.
		story.callCloses(year);
		EditionYear later = next.next();
		clock.set(Instant.parse(later + "-05-01T10:00:00Z"));
		EditionSetup setup = EditionSetup.usual(Forum.named("A forum"), PARTNERS, Deadline.byDefault(later));
		ActForecast foretold = openingForecast.of(later, setup, coordinator).plan();
		openEdition.open(later, setup, "Its year", coordinator);
		jobs.run(pledge);

		assertStandsIn(year, PlacementReason.IN_TIME);
		assertThat(foretold.placements()).containsOnlyOnce(moved(next, year));
		assertThat(foretold.mails()).contains(new MailsForeseen(MailKind.PLACEMENT_RESTORED, pledge.value(), 1));
		assertThat(told(MailKind.PLACEMENT_RESTORED)).hasSize(1);
	}

	@Test
	void it_is_placed_by_the_law_again_where_that_opening_is_taken_back_as_it_was_foretold() {
		story.callCloses(year);
		clock.set(Instant.parse(next + "-05-01T10:00:00Z"));
		openEdition.open(next, Forum.named("A forum"), PARTNERS, Deadline.byDefault(next), "Its year", coordinator);
		move(year, next);
		jobs.run(pledge);

		ActForecast foretold = takeBackCall.forecast(next, coordinator).plan();
		takesBack(next);
		jobs.run(pledge);

		assertStandsIn(year, PlacementReason.IN_TIME);
		assertThat(foretold.placements()).containsOnlyOnce(moved(next, year));
	}

	@Test
	void whatever_is_done_with_other_editions_no_forecast_moves_it() {
		move(year, next);
		jobs.run(pledge);

		assertThat(
				deadlinePreview
					.of(year,
							Deadline.at(clock.instant().minusSeconds(60 * 60 * 24 * 90).atZone(ZoneOffset.UTC),
									Duration.ZERO),
							coordinator)
					.forecast()
					.placements())
			.extracting(PlacementShift::reference)
			.doesNotContain(pledge);
	}

	private PlacementShift moved(EditionYear from, EditionYear to) {
		return new PlacementShift(pledge.value(), from.toString(), to.toString());
	}

	@Test
	void only_coordinators_move_it_with_a_reason_from_where_they_saw_it() {
		assertThatThrownBy(() -> correct.move(pledge, year, next, "Why", story.memberOf("Kampala")))
			.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> correct.move(pledge, year, next, " ", coordinator)).isInstanceOf(Refused.class)
			.hasMessageContaining("no-reason");
		assertThatThrownBy(() -> move(next, year)).isInstanceOf(Refused.class).hasMessageContaining("place-changed");
		assertThatThrownBy(() -> move(year, new EditionYear(2999))).isInstanceOf(RuntimeException.class);
	}

	private void move(EditionYear from, EditionYear to) {
		correct.move(pledge, from, to, "It is for next year", coordinator);
	}

	private void assertStandsIn(EditionYear edition, PlacementReason reason) {
		assertThat(inclusions.find(pledge)).map(Inclusion::edition).contains(edition);
		assertThat(inclusions.find(pledge)).map(Inclusion::reason).contains(reason);
	}

	private List<LoggedMail> told(MailKind kind) {
		return mails.of(pledge).stream().filter(mail -> mail.kind() == kind).toList();
	}

}
