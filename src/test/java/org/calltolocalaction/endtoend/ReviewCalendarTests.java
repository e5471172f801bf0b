package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.rounds.Reminders;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Foreseen;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The coordinators say by which days reviews are made, and the reviews that are running
 * follow.
 */
@DeskTest
class ReviewCalendarTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	Editions editions;

	@Autowired
	SetReviewCalendar setCalendar;

	@Autowired
	Reviews reviews;

	@Autowired
	ReviewDates dates;

	@Autowired
	Reminders reminders;

	@Autowired
	AuditTrail trail;

	@Autowired
	Visitors visitors;

	private EditionYear year;

	private Person member;

	private PledgeReference reference;

	private LocalDate due;

	@BeforeEach
	void a_pledge_is_under_review() {
		year = story.anOpenEdition();
		member = story.memberOf("Sfax");
		reference = story.aPledgeUnderReviewBy(member);
		due = dueDay();
	}

	@Test
	void nobody_works_on_a_day_off_and_the_reviews_that_are_open_are_due_a_day_later_for_each() {
		LocalDate working = due.minusDays(7);

		set(15, 45, contents(), List.of(working, working.with(TemporalAdjusters.next(DayOfWeek.SATURDAY))));

		LocalDate nextWorkingDay = due.plusDays(due.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
		assertThat(dueDay()).isEqualTo(nextWorkingDay);
		assertThat(trail.of(reference)).extracting(RecordedEntry::kind, RecordedEntry::who)
			.contains(tuple("review.due-date-moved", story.coordinator().account()));
		timePassesTo(noon(due));
		assertThat(reminders.of(reference)).as("the timer has moved with it").isEmpty();
		timePassesTo(noon(nextWorkingDay));
		assertThat(reminders.of(reference)).hasSize(3);
	}

	@Test
	void no_review_is_due_after_the_contents_are_to_be_confirmed() {
		LocalDate deadline = editions.edition(year).deadline().local().toLocalDate();
		LocalDate contents = deadline.plusDays(20);
		set(120, 10, contents, List.of());
		clock.set(noon(deadline.minusDays(10)));

		PledgeReference late = story.aSubmittedPledgeBy(member);

		assertThat(dates.due(late)).isBeforeOrEqualTo(noon(contents)).isAfter(noon(contents.minusDays(3)));
		assertThat(reviews.of(late)).extracting(Review::dueAt).containsOnly(dates.due(late));
		assertThat(dates.cutOff(late)).isAfter(dates.due(late));
	}

	@ParameterizedTest
	@ValueSource(strings = { "09:00", "12:00", "20:00", "23:59" })
	void a_review_that_is_opened_on_the_very_day_is_due_at_its_last_instant(String time) {
		story.allJudge(reference, "REQUEST_CHANGES");
		clock.set(contents().atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC));

		story.submit(reference, member);
		jobs.run(reference);

		assertThat(reviews.of(reference)).filteredOn(Review::open)
			.extracting(Review::dueAt)
			.containsOnly(contents().atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
		assertThat(dates.cutOff(reference)).isEqualTo(contents().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
	}

	@Test
	void a_review_that_is_opened_on_the_saturday_before_a_planned_sunday_is_due_before_that_is_over() {
		LocalDate sunday = contents().with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
		set(15, 45, sunday, List.of());
		clock.set(sunday.minusDays(1).atTime(15, 0).toInstant(ZoneOffset.UTC));

		assertThat(dates.dueIfOpenedNow(Placement.in(year)))
			.isEqualTo(sunday.atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
	}

	@Test
	void no_review_is_due_after_the_day_on_which_the_contents_are_to_be_confirmed_whenever_it_is_opened() {
		for (int hours = 24 * 40; hours > 0; hours -= 7) {
			Instant opened = contents().plusDays(1)
				.atStartOfDay(ZoneOffset.UTC)
				.toInstant()
				.minus(Duration.ofHours(hours));
			clock.set(opened);

			assertThat(dates.dueIfOpenedNow(Placement.in(year))).as("opened on " + opened)
				.isAfter(opened)
				.isBefore(contents().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
		}
	}

	@Test
	void a_plan_whose_day_is_over_binds_nobody() {
		story.allJudge(reference, "REQUEST_CHANGES");
		clock.set(noon(contents().plusDays(1)));

		story.submit(reference, member);

		assertThat(dates.due(reference)).isAfter(clock.instant().plus(Duration.ofDays(15)));
	}

	@Test
	void reviews_that_are_running_end_with_the_cut_off_of_the_new_calendar() {
		set(15, 5, contents(), List.of());
		Instant cutOff = editions.edition(year).reviewCutOff();
		assertThat(dates.cutOff(reference)).isEqualTo(cutOff);

		timePassesTo(cutOff);

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DISAGREEMENT);
	}

	@Test
	void the_cut_off_of_running_reviews_moves_with_the_deadline() {
		Instant before = dates.cutOff(reference);

		story.moveDeadline(year, editions.edition(year).deadline().instant().plus(Duration.ofDays(30)));

		assertThat(dates.cutOff(reference)).isEqualTo(before.plus(Duration.ofDays(30)));
		timePassesTo(before.plusSeconds(60));
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.UNDER_REVIEW);
	}

	@Test
	void what_changed_stands_on_the_trail_of_the_edition_with_the_reason() {
		set(20, 45, contents(), List.of(due));

		assertThat(trail.of(year)).extracting(RecordedEntry::kind, RecordedEntry::facts, RecordedEntry::personal)
			.contains(tuple("edition.review-days-set", Map.of("from", 15, "to", 20), Map.of("reason", "Holidays")),
					tuple("edition.days-off-set", Map.of("from", List.of(), "to", List.of(due.toString())),
							Map.of("reason", "Holidays")));
		assertThat(trail.of(year)).extracting(RecordedEntry::kind)
			.doesNotContain("edition.cut-off-moved", "edition.contents-planned");
	}

	@Test
	void the_calendar_is_a_coordinators_who_says_why_and_keeps_the_order_of_things() {
		Edition edition = editions.edition(year);
		ReviewCalendar contradiction = new ReviewCalendar(15, 45, edition.deadline().local().toLocalDate().plusDays(44),
				List.of());
		Person reviewer = story.reviewer("UCLG", "Curious");

		assertThatThrownBy(() -> setCalendar.set(year, edition.reviewCalendar(), "I wish so", reviewer))
			.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> setCalendar.set(year, edition.reviewCalendar(), " ", story.coordinator()))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> setCalendar.set(year, contradiction, "Hurry", story.coordinator()))
			.isInstanceOf(Refused.class);
		assertThat(dueDay()).isEqualTo(due);
	}

	@Test
	void coordinators_set_it_on_the_page_of_the_edition() {
		Visitor coordinator = signedIn();
		String page = "/coordination/editions/" + year;
		assertThat(coordinator.opens(page).text()).contains("15 working days", page + "/review-calendar");
		coordinator.opens(page + "/review-calendar");

		Map<String, String> form = typed(Map.of("days", "20", "daysOff", due + "\n"));
		String preview = coordinator.sends(page + "/review-calendar", form).text();
		assertThat(preview).contains("Preview: change the review calendar", "20 working days", "Reviews due",
				"No email will be written");
		assertThat(editions.edition(year).reviewCalendar().days()).isEqualTo(15);

		form.put("foreseen", Foreseen.on(preview));
		String set = coordinator.sends(page + "/review-calendar", form).text();

		assertThat(set).contains("The review calendar has been saved", "20 working days", "1 day off",
				"Days off changed");
		assertThat(editions.edition(year).reviewCalendar().daysOff()).containsExactly(due);
		assertThat(dueDay()).isAfter(due);
	}

	@Test
	void what_was_foretold_stands_beside_what_happened() {
		Visitor coordinator = signedIn();
		String page = "/coordination/editions/" + year;
		Map<String, String> form = typed(Map.of("days", "20"));
		form.put("foreseen", Foreseen.on(coordinator.opens(page + "/review-calendar").text()));
		form.put("foreseen", Foreseen.on(coordinator.sends(page + "/review-calendar", form).text()));
		coordinator.sends(page + "/review-calendar", form);

		String acts = coordinator.opens(page + "/acts").text();
		assertThat(acts).contains("Review calendar changed");
		String act = acts.replaceAll("(?s).*?href=\"(" + page + "/acts/[^\"]+)\".*", "$1");

		assertThat(coordinator.opens(act).text()).contains("Everything happened as the forecast said",
				"Pledges whose reviews are due on another day");
	}

	@ParameterizedTest
	@CsvSource({ "days, 0, from 1 to 120", "cutOffDays, soon, from 1 to 365",
			"daysOff, 25 December, must be a valid date", "daysOff, +99999-12-25, must be a valid date",
			"year, 99999, The year must have four figures", "year, 9999, The day must be in",
			"month, 13, The day must be valid", "reason, '', Enter the reason", "year, 2020, before the cut-off" })
	void what_cannot_be_is_said_beside_the_field_and_changes_nothing(String field, String value, String said) {
		Visitor coordinator = signedIn();
		String page = "/coordination/editions/" + year + "/review-calendar";
		coordinator.opens(page);

		assertThat(coordinator.sends(page, typed(Map.of(field, value))).text()).contains(said);

		assertThat(editions.edition(year).reviewCalendar().days()).isEqualTo(15);
	}

	private Map<String, String> typed(Map<String, String> changes) {
		LocalDate contents = contents();
		Map<String, String> form = new HashMap<>(Map.of("days", "15", "cutOffDays", "45", "day",
				String.valueOf(contents.getDayOfMonth()), "month", String.valueOf(contents.getMonthValue()), "year",
				String.valueOf(contents.getYear()), "daysOff", "", "reason", "Holidays"));
		form.putAll(changes);
		return form;
	}

	private Visitor signedIn() {
		Visitor visitor = visitors.anybody();
		// Signing in leads where one wanted to go, and not by way of all the editions
		// that tests have left.
		visitor.opens("/coordination/editions/" + year);
		visitor.signsIn(story.coordinator().email());
		return visitor;
	}

	private void set(int days, int cutOffDays, LocalDate contents, List<LocalDate> daysOff) {
		setCalendar.set(year, new ReviewCalendar(days, cutOffDays, contents, daysOff), "Holidays", story.coordinator());
	}

	private LocalDate contents() {
		return editions.edition(year).contentsPlanned();
	}

	private LocalDate dueDay() {
		Instant dueAt = reviews.of(reference).get(0).dueAt();
		assertThat(dates.due(reference)).isEqualTo(dueAt);
		return LocalDate.ofInstant(dueAt, ZoneOffset.UTC);
	}

	private void timePassesTo(Instant instant) {
		clock.set(instant);
		jobs.run(reference);
	}

	private static Instant noon(LocalDate day) {
		return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
	}

}
