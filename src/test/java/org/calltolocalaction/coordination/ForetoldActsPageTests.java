package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ForeseenAct;
import org.calltolocalaction.coordination.forecast.Foretold;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.Foreseen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Coordinators read what an act will do, and afterwards what it did, in one form. */
@WithoutProcess
class ForetoldActsPageTests {

	private static final EditionYear NEXT = new EditionYear(2034);

	private static final String PAGE = "/coordination/editions/2034";

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.FRENCH);

	@Autowired
	private Scene scene;

	@Autowired
	private ForetoldActs foretold;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private Person oslo;

	private PledgeReference late;

	@BeforeEach
	void a_call_for_which_a_late_pledge_waited() throws Exception {
		EditionYear closed = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
		scene.closeCall(closed);
		late = scene.underReview(oslo, "A late pledge", Map.of());
		OpeningForm.of("2034").confirmed(mvc, coordinator).andExpect(redirectedUrl(PAGE));
		scene.clock().advance(Duration.ofMinutes(1));
	}

	@Test
	void an_opening_is_kept_with_what_was_foretold_of_it() throws Exception {
		ActForecast kept = newest();

		assertThat(kept.act()).isEqualTo(ForeseenAct.OPEN_CALL);
		assertThat(kept.placements()).contains(new ActForecast.PlacementShift(late.value(), "NEXT", "2034"));
		assertThat(kept.timers()).extracting(ActForecast.TimerShift::from).containsOnlyNulls();
		for (Locale language : LANGUAGES) {
			assertThat(page(PAGE + "/acts", language)).contains("/acts/" + acts().get(0).id());
			assertThat(page(PAGE + "/acts/" + acts().get(0).id(), language)).contains("<table");
		}
	}

	@Test
	void a_partner_that_is_released_is_kept_with_its_reviews_and_compared() throws Exception {
		String address = PAGE + "/partners/MMC/release";
		mvc.perform(sent(address).param("reason", "Other work")
			.param("foreseen", Foreseen.on(page(address, Locale.ENGLISH))))
			.andExpect(redirectedUrl(PAGE + "/partners"));

		assertThat(newest().act()).isEqualTo(ForeseenAct.RELEASE_PARTNER);
		assertThat(newest().reviews()).contains(new ActForecast.ReviewShift(late.value(), "MMC", false));
		assertThat(page(PAGE + "/acts/" + acts().get(0).id(), Locale.ENGLISH)).contains("Partner released",
				"Pledges whose review by the partner was opened or closed");
	}

	@Test
	void a_cancelled_opening_says_where_each_pledge_stands_then_and_who_drafts() throws Exception {
		scene.begin().begin(Answers.of(Map.of("title", "A secret draft")), oslo);
		for (Locale language : LANGUAGES) {
			assertThat(page(PAGE + "/opening", language)).contains(late.value(), "Kommune Oslo", PAGE + "/drafts")
				.doesNotContain("A secret draft");
		}
		assertThat(page(PAGE + "/opening", Locale.ENGLISH)).contains("then for: the next edition", "no longer applies");

		String changed = answer(sent(PAGE + "/opening").param("reason", "The wrong year").param("foreseen", "another"));
		assertThat(changed).contains("What will follow has changed");
		assertThat(scene.editions().edition(NEXT).state()).isEqualTo(EditionState.OPEN);

		mvc.perform(sent(PAGE + "/opening").param("reason", "The wrong year").param("foreseen", Foreseen.on(changed)))
			.andExpect(redirectedUrl("/coordination"));
		assertThat(newest().act()).isEqualTo(ForeseenAct.TAKE_BACK_OPENING);
	}

	@Test
	void a_deadline_that_closes_the_call_says_which_drafts_lose_it() throws Exception {
		scene.begin().begin(Answers.of(Map.of("title", "A secret draft")), oslo);
		Instant now = scene.clock().instant();
		assertThat(answer(sent(PAGE + "/deadline/preview").param("day", "1")
			.param("month", "1")
			.param("year", String.valueOf(now.toString().substring(0, 4)))
			.param("time", "00:01")
			.param("zone", "UTC")
			.param("grace", "0")
			.param("reason", "A storm")))
			.contains("Drafts that can no longer be submitted to this call", "Kommune Oslo: 1", PAGE + "/drafts");
	}

	@Test
	void what_an_earlier_program_has_kept_is_read_as_well() {
		scene.jdbc()
			.sql("""
					insert into foretold_act (id, edition_year, act, done_at, forecast) values (?, 2034, 'MOVE_DEADLINE',
					now() + interval '100 years', '{"act": "MOVE_DEADLINE", "edition": 2034, "placements": [], "timers": [], "mails": []}')""")
			.param(UUID.randomUUID())
			.update();

		assertThat(newest().act()).isEqualTo(ForeseenAct.MOVE_DEADLINE);
		assertThat(newest().reviews()).isEmpty();
	}

	private List<Foretold> acts() {
		return foretold.on(NEXT, coordinator);
	}

	private ActForecast newest() {
		return acts().get(0).forecast();
	}

	private MockHttpServletRequestBuilder sent(String address) {
		return post(address).with(Scene.by(coordinator)).with(csrf());
	}

	private String page(String address, Locale language) throws Exception {
		return answer(get(address).with(Scene.by(coordinator)).locale(language));
	}

	private String answer(MockHttpServletRequestBuilder asked) throws Exception {
		return mvc.perform(asked).andReturn().getResponse().getContentAsString();
	}

}
