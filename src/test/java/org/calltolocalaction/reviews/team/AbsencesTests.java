package org.calltolocalaction.reviews.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.team.EnterAbsence.NotEntered;
import org.calltolocalaction.reviews.team.EnterAbsence.Obstacle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Nothing strands because one person is away. */
class AbsencesTests extends TeamTest {

	@Autowired
	Absences away;

	@Autowired
	GrantRole roles;

	@Autowired
	AuditTrail trail;

	@Test
	void a_reviewer_is_away_from_the_beginning_of_the_first_day_to_the_end_of_the_last_where_they_live() {
		Absence absence = isAway(rosa, ben, 1, 2);

		Instant begins = LocalDate.ofInstant(clock.instant(), rosa.zone())
			.plusDays(1)
			.atStartOfDay(rosa.zone())
			.toInstant();
		assertThat(away.awayAt(rosa.id(), begins.minusSeconds(1))).isEmpty();
		assertThat(away.awayAt(rosa.id(), begins)).contains(absence);
		assertThat(away.awayAt(rosa.id(), begins.plus(Duration.ofDays(2)).minusSeconds(1))).contains(absence);
		assertThat(away.awayAt(rosa.id(), begins.plus(Duration.ofDays(2)))).isEmpty();
		assertThat(trail.of(rosa.id())).extracting(RecordedEntry::kind).contains("absence.entered");
	}

	@Test
	void who_stands_in_is_the_last_of_a_chain_and_nobody_where_it_bites_its_tail() {
		Person carla = aReviewer("Carla");
		assertThat(standIn(rosa)).isEmpty();
		isAway(rosa, ben, 5);
		assertThat(standIn(rosa)).contains(ben.id());

		isAway(ben, carla, 5);
		assertThat(standIn(rosa)).contains(carla.id());

		isAway(carla, rosa, 5);
		assertThat(standIn(rosa)).isEmpty();
	}

	@Test
	void a_deputy_who_reviews_for_the_partner_no_longer_stands_in_for_nobody() {
		isAway(rosa, ben, 5);
		roles.takeReviewer(story.coordinator(), ben.id());

		assertThat(standIn(rosa)).isEmpty();
	}

	@Test
	void what_makes_no_sense_is_refused_and_nothing_is_entered() {
		Person stranger = story.reviewer("MMC", unique("Mona"));

		assertThat(entered(2, 1, ben)).isEqualTo(new NotEntered(Obstacle.LAST_BEFORE_FIRST));
		assertThat(entered(-5, -1, ben)).isEqualTo(new NotEntered(Obstacle.OVER_ALREADY));
		assertThat(entered(0, 400, ben)).isEqualTo(new NotEntered(Obstacle.TOO_LONG));
		assertThat(entered(1, 2, rosa)).isEqualTo(new NotEntered(Obstacle.THEMSELVES));
		assertThat(entered(1, 2, stranger)).isEqualTo(new NotEntered(Obstacle.NO_COLLEAGUE));
		Absence first = isAway(rosa, ben, 1, 5);
		assertThat(entered(5, 9, ben)).isEqualTo(new NotEntered(Obstacle.OVERLAPS));
		assertThat(entered(6, 9, ben)).isInstanceOf(EnterAbsence.Entered.class);
		assertThat(absences.change(first.id(), days(rosa, 1, 6), ben.id(), rosa))
			.isEqualTo(new NotEntered(Obstacle.OVERLAPS));
		assertThat(absences.change(first.id(), days(rosa, 2, 4), ben.id(), rosa))
			.isInstanceOf(EnterAbsence.Entered.class);
	}

	@Test
	void a_running_absence_ends_now_and_one_to_come_is_as_if_it_had_never_been() {
		Absence running = isAway(rosa, ben, 5);
		Absence coming = isAway(rosa, ben, 10, 12);

		absences.end(running.id(), rosa);
		absences.end(coming.id(), rosa);

		assertThat(away.awayAt(rosa.id(), clock.instant())).isEmpty();
		assertThat(away.find(coming.id())).isEmpty();
		assertThatThrownBy(() -> absences.end(running.id(), rosa)).isInstanceOf(NotFound.class);
	}

	@Test
	void nobody_changes_the_absence_of_a_colleague() {
		Absence bens = isAway(ben, rosa, 5);

		assertThatThrownBy(() -> absences.end(bens.id(), rosa)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> absences.change(bens.id(), days(ben, 0, 1), rosa.id(), rosa))
			.isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> absences.enter(ben.id(), days(ben, 8, 9), rosa.id(), rosa))
			.isInstanceOf(NotFound.class);
	}

	@Test
	void a_lead_enters_changes_and_ends_the_absence_of_who_cannot_and_they_are_told_each_time() {
		Person lead = aLead();
		PledgeReference rosas = aReviewOf(rosa);

		Absence absence = ((EnterAbsence.Entered) absences.enter(rosa.id(), days(rosa, 0, 5), lead.id(), lead))
			.absence();
		jobs.run(absence.id());

		assertThat(standIn(rosa)).contains(lead.id());
		assertThat(mailsTo(lead, "STAND_IN")).singleElement()
			.satisfies(mail -> assertThat(mail).contains(rosas.value()));
		assertThat(mailsTo(rosa, "ABSENCE_ENTERED")).singleElement()
			.satisfies(mail -> assertThat(mail).contains(lead.name(), "you are away from 1 May", "/reviews/absences"));
		assertThat(trail.of(rosa.id())).extracting(RecordedEntry::kind, RecordedEntry::who)
			.contains(tuple("absence.entered", lead.account()));
		absences.change(absence.id(), days(rosa, 0, 2), ben.id(), lead);
		assertThat(mailsTo(rosa, "ABSENCE_ENTERED")).hasSize(2)
			.anySatisfy(mail -> assertThat(mail).contains("3 May", ben.name()));
		absences.end(absence.id(), lead);
		assertThat(away.awayAt(rosa.id(), clock.instant())).isEmpty();
		assertThat(mailsTo(rosa, "ABSENCE_ENDED")).singleElement()
			.satisfies(mail -> assertThat(mail).contains(lead.name()));
	}

	@Test
	void a_lead_enters_none_for_whoever_reviews_for_another_partner_or_not_at_all() {
		Person lead = aLead();
		Person stranger = story.reviewer("MMC", unique("Mona"));
		Absence hers = isAway(stranger, story.reviewer("MMC", unique("Max")), 5);

		assertThatThrownBy(() -> absences.enter(stranger.id(), days(stranger, 8, 9), lead.id(), lead))
			.isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> absences.end(hers.id(), lead)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> absences.enter(story.coordinator().id(), days(rosa, 8, 9), lead.id(), lead))
			.isInstanceOf(NotFound.class);
	}

	@Test
	void what_one_enters_for_oneself_nobody_is_told_by_mail() {
		absences.end(isAway(rosa, ben, 5).id(), rosa);

		assertThat(mailsTo(rosa, "ABSENCE_ENTERED")).isEmpty();
		assertThat(mailsTo(rosa, "ABSENCE_ENDED")).isEmpty();
	}

	@Test
	void the_pages_let_a_lead_and_nobody_else_choose_who_is_away() throws Exception {
		Person lead = aLead();
		LocalDate today = LocalDate.ofInstant(clock.instant(), rosa.zone());
		MultiValueMap<String, String> form = form(today, today.plusDays(4), lead);
		form.add("absent", rosa.id().toString());

		ResultActions entered = sends("/reviews/absences", form, lead).andExpect(redirectedUrl("/reviews/absences"));
		Absence absence = away.awayAt(rosa.id(), clock.instant()).orElseThrow();

		String change = "/reviews/absences/" + absence.id();
		assertThat(page("/reviews/absences", lead, entered)).contains("Person who is away",
				"The absence of " + rosa.name() + " has been saved. " + lead.name() + " is the deputy.",
				"href=\"" + change + "\"", "End this absence now");
		assertThat(page("/reviews/absences", ben)).contains(rosa.name()).doesNotContain("Person who is away", change);
		assertThat(page(change, lead)).contains("Change the absence of " + rosa.name(), option(lead))
			.as("nobody stands in for themselves")
			.doesNotContain(option(rosa));
		assertThat(page(change, rosa)).contains("Change your absence");
		ResultActions ended = sends(change + "/end", new LinkedMultiValueMap<>(), lead);
		assertThat(page("/reviews/absences", lead, ended)).contains("The absence has been ended.");
		sends("/reviews/absences", form, ben).andExpect(status().isNotFound());
		form.set("absent", "nobody");
		sends("/reviews/absences", form, lead).andExpect(status().isNotFound());
		assertThat(away.awayAt(lead.id(), clock.instant())).isEmpty();
	}

	private Person aLead() {
		return story.lead("UCLG", unique("Lea"));
	}

	@Test
	void the_deputy_is_told_once_when_the_absence_begins_and_what_waits() {
		PledgeReference rosas = aReviewOf(rosa);
		Absence absence = isAway(rosa, ben, 2, 6);
		jobs.run(absence.id());
		assertThat(mailsTo(ben, "STAND_IN")).isEmpty();

		clock.set(absence.begins());
		jobs.run(absence.id());

		assertThat(mailsTo(ben, "STAND_IN")).singleElement()
			.satisfies(mail -> assertThat(mail).contains("You stand in for " + rosa.name() + " until 7 May",
					"Open reviews: 1", rosas.value()));
		absences.change(absence.id(), days(rosa, 0, 5), ben.id(), rosa);
		jobs.run(absence.id());
		assertThat(mailsTo(ben, "STAND_IN")).hasSize(1);
	}

	@Test
	void another_deputy_is_told_as_well_and_nobody_of_an_absence_that_was_cancelled() {
		Person carla = aReviewer("Carla");
		Absence running = isAway(rosa, ben, 5);
		jobs.run(running.id());
		Absence cancelled = isAway(rosa, ben, 10, 12);
		absences.end(cancelled.id(), rosa);

		absences.change(running.id(), days(rosa, 0, 5), carla.id(), rosa);
		clock.set(cancelled.begins().plusSeconds(1));
		jobs.run(cancelled.id());

		assertThat(mailsTo(ben, "STAND_IN")).hasSize(1);
		clock.set(running.begins().plusSeconds(1));
		jobs.run(running.id());
		assertThat(mailsTo(carla, "STAND_IN")).hasSize(1);
	}

	@Test
	void who_stands_in_is_offered_what_waits_and_takes_it_all() throws Exception {
		PledgeReference one = aReviewOf(rosa);
		PledgeReference two = aReviewOf(rosa);
		Absence absence = isAway(rosa, ben, 5);

		assertThat(page("/reviews", ben)).contains(rosa.name() + " is away until 6 May", "Open reviews: 2",
				"Take all 2 reviews", "/reviews?tab=all&amp;q=reviewer%3A" + rosa.name());
		assertThat(page("/reviews", rosa)).doesNotContain("Take all 2 reviews");
		ResultActions taken = sends("/reviews/absences/" + absence.id() + "/take", new LinkedMultiValueMap<>(), ben);

		assertThat(page("/reviews?tab=mine", ben, taken)).contains("Reviews taken by you: 2 of 2");
		assertThat(holder(one)).contains(ben.id());
		assertThat(holder(two)).contains(ben.id());
		assertThat(mailsTo(rosa, "REVIEWS_MOVED_ON")).hasSize(1);
	}

	@Test
	void nobody_but_who_stands_in_takes_all_at_once() throws Exception {
		Absence absence = isAway(rosa, ben, 5);

		sends("/reviews/absences/" + absence.id() + "/take", new LinkedMultiValueMap<>(), aReviewer("Carla"))
			.andExpect(status().isNotFound());
	}

	@Test
	void the_pages_enter_show_change_and_end_absences() throws Exception {
		isAway(ben, aReviewer("Carla"), 3);
		LocalDate today = LocalDate.ofInstant(clock.instant(), rosa.zone());
		ResultActions entered = sends("/reviews/absences", form(today, today.plusDays(4), ben), rosa)
			.andExpect(redirectedUrl("/reviews/absences"));
		Absence absence = away.awayAt(rosa.id(), clock.instant()).orElseThrow();

		assertThat(page("/reviews/absences", rosa, entered)).contains("Your deputy " + ben.name() + " is also away",
				"1 May %d to 5 May".formatted(today.getYear()), "The deputy " + ben.name() + " is away until 4 May");
		assertThat(page("/reviews/absences", ben)).contains(rosa.name(), "Your colleagues’ absences");
		assertThat(page("/reviews/absences/" + absence.id(), rosa))
			.containsPattern("name=\"lastDay\"[^>]* value=\"5\"");
		sends("/reviews/absences/" + absence.id(), form(today, today.plusDays(1), ben), rosa);
		assertThat(away.find(absence.id())).map(Absence::lastDay).contains(today.plusDays(1));
		sends("/reviews/absences/" + absence.id() + "/end", new LinkedMultiValueMap<>(), rosa);
		assertThat(away.awayAt(rosa.id(), clock.instant())).isEmpty();
	}

	@Test
	void a_form_that_was_filled_in_wrongly_says_where() throws Exception {
		LocalDate today = LocalDate.ofInstant(clock.instant(), rosa.zone());
		MultiValueMap<String, String> wrong = form(today, today, ben);
		wrong.set("firstMonth", "13");
		wrong.set("deputy", "");

		assertThat(sends("/reviews/absences", wrong, rosa).andReturn().getResponse().getContentAsString()).contains(
				"There is a problem", "href=\"#firstDay\"",
				"The first day away must be valid, for example 27 9 2027. The month must be a name or a number from 1 to 12",
				"href=\"#deputy\"", "value=\"13\"");
		assertThat(sends("/reviews/absences", form(today, today.minusDays(1), ben), rosa).andReturn()
			.getResponse()
			.getContentAsString()).contains("The last day away must be the same as or after the first day away");
	}

	private Optional<AccountId> standIn(Person absent) {
		return away.deputyOf(absent.id(), clock.instant());
	}

	private EnterAbsence.Result entered(int from, int until, Person deputy) {
		return absences.enter(rosa.id(), days(rosa, from, until), deputy.id(), rosa);
	}

	private static MultiValueMap<String, String> form(LocalDate first, LocalDate last, Person deputy) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		fill(form, "first", first);
		fill(form, "last", last);
		form.add("deputy", deputy.id().toString());
		return form;
	}

	private static void fill(MultiValueMap<String, String> form, String which, LocalDate date) {
		form.add(which + "Day", String.valueOf(date.getDayOfMonth()));
		form.add(which + "Month", String.valueOf(date.getMonthValue()));
		form.add(which + "Year", String.valueOf(date.getYear()));
	}

	private static String option(Person person) {
		return "<option value=\"" + person.id() + "\"";
	}

}
