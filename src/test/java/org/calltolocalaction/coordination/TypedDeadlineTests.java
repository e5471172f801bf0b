package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.testing.Foreseen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A deadline is the instant that was meant, whatever the clocks of its zone do that day.
 */
@WithoutProcess
class TypedDeadlineTests {

	private static final String MADRID = "Europe/Madrid";

	@Autowired
	private Scene scene;

	@Autowired
	private MockMvc mvc;

	private EditionYear edition;

	private Person coordinator;

	@BeforeEach
	void an_open_call() {
		edition = scene.openCall(2027);
		coordinator = scene.coordinator();
	}

	@ParameterizedTest
	@CsvSource({ "24:00, 2027-10-01T22:00:00Z", "24:00:00, 2027-10-01T22:00:00Z", "23:59, 2027-10-01T21:59:00Z",
			"0:00, 2027-09-30T22:00:00Z", "23h59, 2027-10-01T21:59:00Z", "11:59 pm, 2027-10-01T21:59:00Z",
			"12.30, 2027-10-01T10:30:00Z" })
	void a_deadline_moves_to_the_instant_that_was_typed(String time, Instant meant) throws Exception {
		move("1", "10", time, MADRID, null).andExpect(redirectedUrl("/coordination/editions/2027"));

		assertThat(deadline().instant()).isEqualTo(meant);
	}

	@Test
	void the_end_of_a_day_is_shown_as_the_24_00_of_that_day_wherever_it_stands() throws Exception {
		move("1", "10", "24:00", MADRID, null);

		page("/coordination/editions/2027").andExpect(
				content().string(containsString("1 October 2027, 24:00:00 (Central European Summer Time, UTC+2)")));
		page("/coordination/editions/2027/deadline").andExpect(content()
			.string(allOf(containsString("value=\"24:00:00\""), matchesPattern("(?s).*name=\"day\"[^>]*value=\"1\".*"),
					not(containsString("2 October 2027, 00:00")))));
		mvc.perform(get("/")).andExpect(content().string(containsString("1 October 2027, 24:00:00")));
		page("/coordination/editions/2027?lang=es")
			.andExpect(content().string(containsString("1 de octubre de 2027, 24:00:00")));
	}

	@Test
	void a_call_is_opened_until_the_end_of_its_last_day() throws Exception {
		scene.closeCall(edition);

		opening("24:00", "UTC", "1", "10", Optional.empty()).confirmed(mvc, coordinator)
			.andExpect(redirectedUrl("/coordination/editions/2028"));

		assertThat(scene.editions().edition(edition.next()).deadline().instant())
			.isEqualTo(Instant.parse("2028-10-02T00:00:00Z"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "24:30", "25:00", "7:5", "23:59:60", "noon", "" })
	void a_time_that_cannot_be_is_refused_beside_the_field(String time) throws Exception {
		Deadline before = deadline();

		move("1", "10", time, MADRID, null).andExpect(status().isOk())
			.andExpect(content().string(
					containsString("The time must be valid, for example 23:59:59, or 24:00 for the end of the day")));

		assertThat(deadline()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "31, 9, September 2027 has 30 days", "30, 2, February 2027 has 28 days",
			"29, febrero, February 2027 has 28 days", "31, abr., April 2027 has 30 days",
			"0, 1, The day must be a number from 1 to 31", "1, 13, The month must be a name or a number from 1 to 12",
			"32, 1, The day must be a number from 1 to 31", "soon, 1, The day must be valid" })
	void a_day_that_no_calendar_has_is_refused_beside_the_field_with_what_is_wrong_in_it(String day, String month,
			String said) throws Exception {
		move(day, month, "23:59", MADRID, null).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("The day must be valid"), containsString(said))));
	}

	@Test
	void a_time_that_the_clocks_show_twice_is_explained_and_offered_both_ways() throws Exception {
		Deadline before = deadline();

		move("31", "10", "2:30", MADRID, null).andExpect(status().isOk())
			.andExpect(
					content().string(allOf(containsString("show this time twice"), containsString("value=\"+02:00\""),
							containsString("31 October 2027, 02:30:00 (Central European Summer Time, UTC+2)"),
							containsString("value=\"+01:00\""),
							containsString("31 October 2027, 02:30:00 (Central European Standard Time, UTC+1)"))));
		assertThat(deadline()).isEqualTo(before);

		move("31", "10", "2:30", MADRID, "+01:00").andExpect(redirectedUrl("/coordination/editions/2027"));
		assertThat(deadline().instant()).isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
		move("31", "10", "2:30", MADRID, "+02:00").andExpect(redirectedUrl("/coordination/editions/2027"));
		assertThat(deadline().instant()).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
	}

	@Test
	void the_second_of_two_is_kept_where_the_form_is_opened_again() throws Exception {
		move("31", "10", "2:30", MADRID, "+01:00");

		page("/coordination/editions/2027/deadline")
			.andExpect(content().string(containsString("value=\"+01:00\" checked")));
	}

	@ParameterizedTest
	@CsvSource({ "+01:00, 2027-03-28T01:30:00Z", "+02:00, 2027-03-28T00:30:00Z" })
	void a_time_that_the_clocks_skip_is_explained_and_offered_both_ways(String offset, Instant meant) throws Exception {
		scene.clock().set(Instant.parse("2027-01-10T12:00:00Z"));

		move("28", "3", "2:30", MADRID, null).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("skip this time"),
					containsString("28 March 2027, 03:30:00 (Central European Summer Time, UTC+2)"),
					containsString("28 March 2027, 01:30:00 (Central European Standard Time, UTC+1)"))));
		move("28", "3", "2:30", MADRID, offset).andExpect(redirectedUrl("/coordination/editions/2027"));

		assertThat(deadline().instant()).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+03:00", "Z", "x", "+02:00 or so" })
	void another_offset_than_the_two_is_no_choice(String offset) throws Exception {
		Deadline before = deadline();

		move("31", "10", "2:30", MADRID, offset).andExpect(status().isOk())
			.andExpect(content().string(containsString("show this time twice")));

		assertThat(deadline()).isEqualTo(before);
	}

	@Test
	void where_a_day_begins_an_hour_late_24_00_of_the_day_before_is_asked_about_too() throws Exception {
		// In Santiago the clocks go from midnight to 01:00 on the first Sunday after 2
		// September.
		move("4", "9", "24:00", "America/Santiago", null).andExpect(status().isOk())
			.andExpect(content().string(containsString("skip this time")));
	}

	@Test
	void a_call_is_opened_only_once_it_is_said_which_of_two_times_is_meant() throws Exception {
		scene.closeCall(edition);

		opening("2:30", MADRID, "29", "10", Optional.empty()).sent(mvc, coordinator)
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("show this time twice")));
		assertThat(scene.editions().find(edition.next())).isEmpty();
		opening("2:30", MADRID, "29", "10", Optional.of("+01:00")).confirmed(mvc, coordinator)
			.andExpect(redirectedUrl("/coordination/editions/2028"));

		assertThat(scene.editions().edition(edition.next()).deadline().instant())
			.isEqualTo(Instant.parse("2028-10-29T01:30:00Z"));
	}

	private Deadline deadline() {
		return scene.editions().edition(edition).deadline();
	}

	private ResultActions page(String address) throws Exception {
		return mvc.perform(get(address).with(Scene.by(coordinator)));
	}

	/** Confirms what the preview foretold, where the form leads to one. */
	private ResultActions move(String day, String month, String time, String zone, String offset) throws Exception {
		String preview = mvc.perform(form(day, month, time, zone, offset))
			.andReturn()
			.getResponse()
			.getContentAsString();
		return mvc.perform(form(day, month, time, zone, offset).param("foreseen", Foreseen.on(preview)));
	}

	private MockHttpServletRequestBuilder form(String day, String month, String time, String zone, String offset) {
		MockHttpServletRequestBuilder form = post("/coordination/editions/2027/deadline").with(csrf())
			.with(Scene.by(coordinator))
			.param("day", day)
			.param("month", month)
			.param("year", "2027")
			.param("time", time)
			.param("zone", zone)
			.param("grace", "60")
			.param("reason", "x");
		return offset == null ? form : form.param("offset", offset);
	}

	private static OpeningForm opening(String time, String zone, String day, String month, Optional<String> offset) {
		OpeningForm form = OpeningForm.of("2028")
			.with("day", day)
			.with("month", month)
			.with("time", time)
			.with("zone", zone);
		return offset.map(chosen -> form.with("offset", chosen)).orElse(form);
	}

}
