package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.TakeBackOpening;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
import org.calltolocalaction.testing.Subscribed;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Everybody's calendar knows the dates of the Call, and follows when they move. */
@WithoutProcess
class EditionCalendarTests {

	private static final String DEADLINE = "edition-2033-deadline";

	@Autowired
	private Scene scene;

	@Autowired
	private OpenEdition openEdition;

	@Autowired
	private MoveDeadline moveDeadline;

	@Autowired
	private SetReviewCalendar setReviewCalendar;

	@Autowired
	private TakeBackOpening takeBackOpening;

	@Autowired
	private MockMvc mvc;

	private EditionYear edition;

	@BeforeEach
	void an_open_call() {
		edition = scene.openCall(2033);
	}

	@Test
	void an_edition_has_its_opening_its_deadline_and_the_planned_day_of_its_contents() throws Exception {
		Subscribed calendar = calendar("/editions/2033.ics");

		assertThat(calendar.all("UID")).extracting(uid -> uid.replaceAll("@.*", ""))
			.containsExactly("edition-2033-opening", DEADLINE, "edition-2033-contents");
		assertThat(calendar.said("edition-2033-opening", "DTSTART")).isEqualTo("20330501");
		assertThat(calendar.said(DEADLINE, "DTSTART")).isEqualTo("20331002T115959Z");
		assertThat(calendar.said(DEADLINE, "SUMMARY"))
			.isEqualTo("Deadline for the 2033 edition: 1 October 2033, 23:59:59 (anywhere on Earth, UTC−12)");
		assertThat(calendar.said(DEADLINE, "STATUS")).isEqualTo("CONFIRMED");
		assertThat(calendar.said(DEADLINE, "DESCRIPTION")).contains("A forum of 2033");
		assertThat(calendar.said(DEADLINE, "URL")).endsWith("/?lang=en");
		assertThat(calendar.said("edition-2033-contents", "DTSTART")).isEqualTo("20331130");
		assertThat(calendar.said("edition-2033-contents", "STATUS")).isEqualTo("TENTATIVE");
	}

	@Test
	void nobody_learns_of_the_grace() throws Exception {
		assertThat(answer("/editions/2033.ics").getContentAsString()).doesNotContain("20331002T125959Z")
			.doesNotContainIgnoringCase("grace");
	}

	@Test
	void a_moved_deadline_is_the_same_event_on_another_day() throws Exception {
		Subscribed before = calendar("/editions/2033.ics");
		scene.clock().set(Instant.parse("2033-06-01T08:00:00Z"));
		moveDeadline.move(edition,
				new Deadline(LocalDateTime.parse("2033-10-30T02:30:00"), ZoneId.of("Europe/Madrid"), Duration.ZERO),
				"A storm", scene.coordinator());

		Subscribed after = calendar("/editions/2033.ics");

		assertThat(after.said(DEADLINE, "UID")).isEqualTo(before.said(DEADLINE, "UID"));
		// The clocks show it twice; of two the first.
		assertThat(after.said(DEADLINE, "DTSTART")).isEqualTo("20331030T003000Z");
		assertThat(Integer.parseInt(after.said(DEADLINE, "SEQUENCE")))
			.isGreaterThan(Integer.parseInt(before.said(DEADLINE, "SEQUENCE")));
		assertThat(after.said(DEADLINE, "LAST-MODIFIED")).isEqualTo("20330601T080000Z");
		assertThat(after.said("edition-2033-contents", "DTSTART")).isEqualTo("20331229");
		assertThat(after.said("edition-2033-opening", "SEQUENCE")).isEqualTo("0");
	}

	@Test
	void another_day_for_the_contents_is_followed_and_what_changes_no_date_is_no_change() throws Exception {
		ReviewCalendar usual = ReviewCalendar.usual();
		String before = calendar("/editions/2033.ics").said("edition-2033-contents", "SEQUENCE");
		setReviewCalendar.set(edition, new ReviewCalendar(usual.days() + 5, usual.cutOffDays(), null, List.of()),
				"Holidays", scene.coordinator());
		assertThat(calendar("/editions/2033.ics").said("edition-2033-contents", "SEQUENCE")).isEqualTo(before);

		setReviewCalendar.set(edition,
				new ReviewCalendar(usual.days(), usual.cutOffDays(), LocalDate.of(2033, 12, 20), List.of()), "Holidays",
				scene.coordinator());

		Subscribed after = calendar("/editions/2033.ics");
		assertThat(after.said("edition-2033-contents", "DTSTART")).isEqualTo("20331220");
		assertThat(after.said("edition-2033-contents", "SEQUENCE")).isNotEqualTo(before);
	}

	@Test
	void it_is_in_the_language_that_is_asked_for() throws Exception {
		assertThat(calendar("/editions/2033.ics?lang=fr").said(DEADLINE, "SUMMARY"))
			.startsWith("Date limite de l’édition 2033\u00a0: 1er octobre 2033");
		assertThat(calendar("/editions/2033.ics?lang=es").said(DEADLINE, "SUMMARY"))
			.startsWith("Fecha límite de la edición de 2033: 1 de octubre de 2033");
	}

	@Test
	void whoever_subscribes_to_all_editions_has_the_next_one_without_another_address() throws Exception {
		scene.closeCall(edition);
		openEdition.open(edition.next(), Forum.NOT_KNOWN_YET, Set.of(new PartnerCode("UCLG")),
				Deadline.byDefault(edition.next()), "Its year", scene.coordinator());

		// Other tests may have opened later ones.
		EditionYear newest = scene.editions()
			.newestFirst()
			.stream()
			.filter(one -> !one.state().toOpen())
			.map(Edition::year)
			.findFirst()
			.orElseThrow();
		assertThat(newest).isGreaterThanOrEqualTo(edition.next());
		assertThat(calendar("/editions.ics").event("edition-" + newest + "-deadline")).isPresent();
	}

	@Test
	void a_call_that_was_cancelled_is_cancelled_in_every_calendar() throws Exception {
		takeBackOpening.takeBack(edition, "The wrong year", scene.coordinator(), () -> {
		});

		Subscribed calendar = calendar("/editions/2033.ics");

		assertThat(calendar.said(DEADLINE, "STATUS")).isEqualTo("CANCELLED");
		assertThat(calendar.said(DEADLINE, "DESCRIPTION")).isEqualTo("The 2033 call was cancelled.");
		assertThat(calendar.event("edition-2033-opening")).isEmpty();
	}

	@Test
	void what_was_never_opened_has_no_dates() throws Exception {
		EditionYear planned = afterEveryKnownYear();
		openEdition.plan(planned, scene.coordinator());

		mvc.perform(get("/editions/" + planned + ".ics")).andExpect(status().isNotFound());
		mvc.perform(get("/editions/" + planned.next() + ".ics")).andExpect(status().isNotFound());
		mvc.perform(get("/editions/x.ics")).andExpect(status().isNotFound());
	}

	@Test
	void a_calendar_that_has_it_already_is_told_so() throws Exception {
		String tag = answer("/editions/2033.ics").getHeader("ETag");

		mvc.perform(get("/editions/2033.ics").header("If-None-Match", tag)).andExpect(status().isNotModified());
		assertThat(answer("/editions/2033.ics").getContentType()).isEqualTo("text/calendar;charset=UTF-8");
	}

	@Test
	void the_first_page_leads_to_it() throws Exception {
		mvc.perform(get("/")).andExpect(content().string(containsString("href=\"/editions.ics?lang=en\"")));
		mvc.perform(get("/coordination/editions/2033").with(Scene.by(scene.coordinator())))
			.andExpect(content().string(containsString("href=\"/editions/2033.ics?lang=en\"")));
	}

	/** Other tests open calls of years that nobody here can know. */
	private EditionYear afterEveryKnownYear() {
		return scene.editions().newestFirst().get(0).year().next();
	}

	private Subscribed calendar(String address) throws Exception {
		return Subscribed.to(answer(address).getContentAsByteArray());
	}

	private MockHttpServletResponse answer(String address) throws Exception {
		return mvc.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse();
	}

}
