package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.editions.SuggestSetup;
import org.calltolocalaction.editions.TakeBackOpening;
import org.calltolocalaction.editions.calendar.CallCalendar;
import org.calltolocalaction.editions.calendar.ReminderDays;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * An edition is set up on one form, which begins with what the edition before it had, and
 * confirmed on one page that says what follows.
 */
@WithoutProcess
class SetUpFromLastYearTests {

	private static final EditionYear LAST = new EditionYear(2034);

	private static final EditionYear NEXT = new EditionYear(2035);

	@Autowired
	private Scene scene;

	@Autowired
	private OpenEdition openEdition;

	@Autowired
	private TakeBackOpening takeBackOpening;

	@Autowired
	private SuggestSetup suggestSetup;

	@Autowired
	private EditionCriteria criteria;

	@Autowired
	private CallCalendar calls;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	@BeforeEach
	void an_edition_that_is_like_no_other() {
		EditionYear earlier = scene.openCall(2033);
		// Versions of criteria are only ever added, by tests too.
		jdbc.sql("delete from edition_criterion where edition_year >= 2033").update();
		coordinator = scene.coordinator();
		scene.closeCall(earlier);
		scene.clock().set(Instant.parse("2034-02-01T12:00:00Z"));
		openEdition
			.open(LAST,
					new EditionSetup(new Forum("Global Refugee Forum", "Foro Mundial", "Forum mondial"),
							new TreeSet<>(Set.of(new PartnerCode("UCLG"), new PartnerCode("IOM"))),
							Deadline.at(LocalDateTime.parse("2034-11-05T18:00:00").atZone(ZoneId.of("America/Bogota")),
									Duration.ofMinutes(30)),
							SignOffRule.RECOMMENDED, ReminderDays.of(List.of(3, 21, 45)),
							new ReviewCalendar(20, 30, LocalDate.of(2034, 12, 15),
									List.of(LocalDate.of(2034, 12, 25), LocalDate.of(2034, 11, 17))),
							Map.of(Criterion.CONCRETE, 3, Criterion.MEASURABLE, 1)),
					"Its year", coordinator);
		scene.closeCall(LAST);
	}

	@Test
	void the_form_begins_with_what_last_year_had_one_year_on() throws Exception {
		EditionSetup setup = suggestSetup.next().setup();

		assertThat(suggestSetup.next().year()).isEqualTo(NEXT);
		assertThat(setup.partners()).extracting(PartnerCode::value).containsExactly("IOM", "UCLG");
		assertThat(setup.deadline().zoned().toString()).isEqualTo("2035-11-05T18:00-05:00[America/Bogota]");
		assertThat(setup.deadline().grace()).hasMinutes(30);
		assertThat(setup.signOff()).isEqualTo(SignOffRule.RECOMMENDED);
		assertThat(setup.reminders().days()).containsExactly(45, 21, 3);
		assertThat(setup.reviewCalendar().days()).isEqualTo(20);
		assertThat(setup.reviewCalendar().cutOffDays()).isEqualTo(30);
		assertThat(setup.criteria()).isEqualTo(Map.of(Criterion.CONCRETE, 3, Criterion.MEASURABLE, 1));
		mvc.perform(get("/coordination/editions/new").with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("The form contains what the 2034 edition had"),
					matchesPattern("(?s).*name=\"edition\"[^>]*value=\"2035\".*"), containsString("45, 21, 3"),
					containsString(
							"Last day in 2034: Sunday 5 November 2034. Suggested last day: Monday 5 November 2035."))));
	}

	@Test
	void the_forum_of_last_year_is_named_and_not_taken_over() throws Exception {
		assertThat(suggestSetup.next().setup().forum().known()).isFalse();
		mvc.perform(get("/coordination/editions/new").with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("Forum of the 2034 edition: Global Refugee Forum"),
					not(containsString("value=\"Global Refugee Forum\"")))));
	}

	@Test
	void the_day_of_the_contents_keeps_its_distance_and_a_day_off_that_is_weekend_now_is_said_to_be_left_out()
			throws Exception {
		SuggestSetup.Suggestion suggestion = suggestSetup.next();

		assertThat(suggestion.setup().reviewCalendar().contentsSet()).contains(LocalDate.of(2035, 12, 15));
		assertThat(suggestion.setup().reviewCalendar().daysOff()).containsExactly(LocalDate.of(2035, 12, 25));
		assertThat(suggestion.leftOut()).containsExactly(LocalDate.of(2035, 11, 17));
		mvc.perform(get("/coordination/editions/new").with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("2035-12-25"), not(containsString("2035-11-17")),
					containsString("Left out because of the weekend: Saturday 17 November 2035"))));
	}

	@Test
	void a_year_that_was_skipped_is_two_years_on() {
		assertThat(suggestSetup.of(NEXT.next()).setup().deadline().local())
			.isEqualTo(LocalDateTime.parse("2036-11-05T18:00:00"));
	}

	@Test
	void a_deadline_stays_at_its_local_time_though_the_clocks_have_changed_until_then() {
		openedAt("2035-10-27T23:59:59", "Europe/Madrid");

		Deadline suggested = suggestSetup.of(NEXT.next()).setup().deadline();

		assertThat(suggested.zoned().toString()).isEqualTo("2036-10-27T23:59:59+01:00[Europe/Madrid]");
		assertThat(scene.editions().edition(NEXT).deadline().zoned().toString())
			.isEqualTo("2035-10-27T23:59:59+02:00[Europe/Madrid]");
	}

	@Test
	void one_of_29_february_is_on_the_28th() {
		scene.clock().set(Instant.parse("2035-12-01T12:00:00Z"));
		openEdition.open(new EditionYear(2036),
				EditionSetup.usual(Forum.NOT_KNOWN_YET, Set.of(new PartnerCode("UCLG")), Deadline
					.at(LocalDateTime.parse("2036-02-29T12:00:00").atZone(ZoneId.of("UTC")), Duration.ZERO)),
				"Its year", coordinator);

		assertThat(suggestSetup.of(new EditionYear(2037)).setup().deadline().local())
			.isEqualTo(LocalDateTime.parse("2037-02-28T12:00:00"));
	}

	@Test
	void an_edition_whose_opening_was_taken_back_is_no_example() {
		openedAt("2035-10-27T23:59:59", "Europe/Madrid");
		takeBackOpening.takeBack(NEXT, "The wrong year", coordinator, () -> {
		});

		assertThat(suggestSetup.of(NEXT.next()).last().map(Edition::year)).contains(LAST);
		assertThat(scene.editions().edition(NEXT).reminders()).isEqualTo(ReminderDays.USUAL);
	}

	@Test
	void all_of_it_is_shown_once_more_with_what_follows_and_opened_by_one_button() throws Exception {
		Person oslo = scene.member("Kommune Oslo", "NO");
		scene.begin().begin(Answers.of(Map.of("title", "A secret draft")), oslo);

		whole().sent(mvc, coordinator)
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Preview: open the 2035 call"),
					containsString("Foro de prueba"), containsString("Last day: Monday 5 November 2035"),
					containsString("60 days before the deadline: Thursday 6 September 2035"),
					containsString("1 day before the deadline: Sunday 4 November 2035"),
					containsString("25 working days for a review"), containsString("Monday 24 December 2035"),
					containsString("(weight: 5)"), containsString("Kommune Oslo: 1"),
					not(containsString("A secret draft")))));
		whole().confirmed(mvc, coordinator).andExpect(redirectedUrl("/coordination/editions/2035"));

		Edition opened = scene.editions().edition(NEXT);
		assertThat(opened.forum()).isEqualTo(new Forum("A trial forum", "Foro de prueba", "Forum d’essai"));
		assertThat(opened.reminders().days()).containsExactly(60, 10, 1);
		assertThat(opened.reviewCalendar().days()).isEqualTo(25);
		assertThat(opened.contentsPlanned()).isEqualTo(LocalDate.of(2036, 1, 20));
		assertThat(opened.reviewCalendar().daysOff()).containsExactly(LocalDate.of(2035, 12, 24));
		assertThat(opened.signOffRule()).isEqualTo(SignOffRule.REQUIRED);
		assertThat(criteria.now(NEXT).weights()).isEqualTo(Map.of(Criterion.GENDER_RESPONSIVE, 5));
	}

	@Test
	void the_trail_says_what_is_not_as_usual_in_a_call_that_was_opened() throws Exception {
		whole().confirmed(mvc, coordinator);

		assertThat(trail.of(NEXT)).extracting(RecordedEntry::kind)
			.containsExactlyInAnyOrder("edition.opened", "edition.reminders-set", "edition.review-days-set",
					"edition.contents-planned", "edition.days-off-set", "edition.criteria-chosen");
		mvc.perform(get("/coordination/editions/2035").with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("Reminders before the deadline set"),
					containsString("30, 14, 7, 2 → 60, 10, 1"))));
	}

	@Test
	void people_are_reminded_on_the_days_that_were_chosen() throws Exception {
		whole().confirmed(mvc, coordinator);

		assertThat(calls.nextReminder(NEXT)).isEqualTo(Instant.parse("2035-09-06T23:00:00Z"));
		scene.clock().set(Instant.parse("2035-10-01T00:00:00Z"));
		assertThat(calls.nextReminder(NEXT)).isEqualTo(Instant.parse("2035-10-26T23:00:00Z"));
		assertThat(calls.lastReminder(NEXT)).hasValue(60);
	}

	@Test
	void what_was_read_is_what_is_done_or_it_is_shown_once_more() throws Exception {
		OpeningForm read = whole().read(mvc, coordinator);
		scene.underReview(scene.member("Kommune Bergen", "NO"), "A pledge that came meanwhile", Map.of());

		read.sent(mvc, coordinator)
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("What will follow has changed since you opened the page"),
					containsString("A pledge that came meanwhile"))));
		assertThat(scene.editions().find(NEXT)).isEmpty();
		read.confirmed(mvc, coordinator).andExpect(redirectedUrl("/coordination/editions/2035"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "reminders | soon | Enter up to 8 numbers from 1 to 180, separated by commas",
					"reminders | 0, 5 | Enter up to 8 numbers", "reminders | 181 | Enter up to 8 numbers",
					"reminders | 1 2 3 4 5 6 7 8 9 | Enter up to 8 numbers",
					"days | none | The number of days must be a whole number from 1 to 120",
					"contentsDay | 40 | The day must be a number from 1 to 31",
					"daysOff | Christmas | “Christmas” must be a valid date",
					"contentsYear | 2035 | The day for confirming the contents must be the day of the cut-off or later",
					"weights[GENDER_RESPONSIVE] | 0 | Select a weight for at least one criterion" })
	void what_is_wrong_is_said_beside_its_field_and_everything_typed_is_kept(String box, String typed, String said)
			throws Exception {
		whole().with(box, typed)
			.sent(mvc, coordinator)
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString(said), containsString("There is a problem"),
					containsString("Foro de prueba"), containsString("value=\"18:00\""))));
		assertThat(scene.editions().find(NEXT)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "60 10 1", "1,10,60", " 60;10; 1 ", "60, 10, 1, 10" })
	void reminders_are_understood_however_they_are_listed(String typed) throws Exception {
		whole().with("reminders", typed).confirmed(mvc, coordinator);

		assertThat(scene.editions().edition(NEXT).reminders().days()).containsExactly(60, 10, 1);
	}

	@Test
	void what_was_typed_is_there_again_where_it_is_to_be_changed() throws Exception {
		whole().sentTo("/coordination/editions/new/change", mvc, coordinator)
			.andExpect(content().string(allOf(containsString("60, 10, 1"), containsString("2035-12-24"),
					containsString("Foro de prueba"), matchesPattern("(?s).*name=\"contentsDay\"\\s+value=\"20\".*"))));
	}

	@Test
	void the_suggestion_itself_can_be_opened_without_a_change() {
		openEdition.open(NEXT, suggestSetup.of(NEXT).setup(), "Its year", coordinator);

		assertThat(scene.editions().edition(NEXT).reviewCalendar().daysOff())
			.containsExactly(LocalDate.of(2035, 12, 25));
		assertThat(scene.editions().edition(LAST).reviewCalendar().daysOff()).hasSize(2);
	}

	private void openedAt(String local, String zone) {
		openEdition.open(NEXT,
				EditionSetup.usual(Forum.NOT_KNOWN_YET, Set.of(new PartnerCode("UCLG")),
						Deadline.at(LocalDateTime.parse(local).atZone(ZoneId.of(zone)), Duration.ZERO)),
				"Its year", coordinator);
	}

	private static OpeningForm whole() {
		return OpeningForm.of("2035")
			.with("forum", "A trial forum")
			.with("forumSpanish", "Foro de prueba")
			.with("forumFrench", "Forum d’essai")
			.with("day", "5")
			.with("month", "11")
			.with("time", "18:00")
			.with("zone", "America/Bogota")
			.with("signOff", "REQUIRED")
			.with("reminders", "60, 10, 1")
			.with("days", "25")
			.with("contentsDay", "20")
			.with("contentsMonth", "1")
			.with("contentsYear", "2036")
			.with("daysOff", "2035-12-24")
			.without("weights[CONCRETE]")
			.with("weights[GENDER_RESPONSIVE]", "5");
	}

}
