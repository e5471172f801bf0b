package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.identity.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A coordinator gives a government more time, and ends that, having seen what follows.
 */
@WithoutProcess
class ExtensionPageTests {

	private static final Pattern FORESEEN = Pattern.compile("name=\"foreseen\" value=\"([^\"]+)\"");

	@Autowired
	private Scene scene;

	@Autowired
	private Extensions extensions;

	@Autowired
	private MockMvc mvc;

	private EditionYear edition;

	private Person coordinator;

	private Person oslo;

	@BeforeEach
	void a_call_that_has_closed() {
		edition = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo Nord", "NO");
		scene.closeCall(edition);
	}

	@Test
	void who_is_meant_is_found_by_name_and_what_follows_is_shown_before_it_is_granted() throws Exception {
		String preview = answer(form("/preview", "oslo nord", "15"));
		assertThat(preview).contains("Kommune Oslo Nord", "For all pledges of this government",
				"stays closed for everybody else", "A storm");

		mvc.perform(form("", "oslo nord", "15").param("foreseen", foreseen(preview)))
			.andExpect(redirectedUrl(address()));

		mvc.perform(get(address()).with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("Kommune Oslo Nord"), containsString("Running"))));
		mvc.perform(get("/coordination/editions/" + edition).with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("Extensions running: 1"),
					containsString("cannot be confirmed before the last extension ends"))));
		mvc.perform(get("/my").with(Scene.by(oslo)))
			.andExpect(content().string(containsString("You have more time than everybody else")));
		for (String language : new String[] { "es", "fr" }) {
			mvc.perform(get(address()).with(Scene.by(coordinator)).locale(Locale.forLanguageTag(language)))
				.andExpect(status().isOk());
		}
	}

	@Test
	void a_plan_that_is_another_by_now_is_shown_first() throws Exception {
		mvc.perform(form("", "oslo nord", "15").param("foreseen", "another"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("What will follow has changed since you opened the page.")));
	}

	@Test
	void what_cannot_be_is_said_beside_the_field() throws Exception {
		mvc.perform(form("/preview", "Nowhere at all", "15"))
			.andExpect(content().string(containsString("Enter the name of a government of this site")));
		mvc.perform(form("/preview", "CLA-2033-9999", "15"))
			.andExpect(content().string(containsString("there is none with this reference")));
		mvc.perform(form("/preview", "oslo nord", "1"))
			.andExpect(content().string(containsString("The end of the extension has already passed")));
		scene.member("Oslo Nord Region", "NO");
		mvc.perform(form("/preview", "oslo nord", "15"))
			.andExpect(content().string(allOf(containsString("Select one of the governments with this name"),
					containsString("Oslo Nord Region"))));
	}

	@Test
	void an_extension_is_ended_once_it_was_seen_what_follows() throws Exception {
		mvc.perform(
				form("", "oslo nord", "15").param("foreseen", foreseen(answer(form("/preview", "oslo nord", "15")))))
			.andExpect(status().is3xxRedirection());
		String end = address() + "/" + extensions.of(edition).get(0).extension().id() + "/end";
		String page = answer(get(end).with(Scene.by(coordinator)));

		mvc.perform(post(end).with(Scene.by(coordinator))
			.with(csrf())
			.param("reason", "A mistake")
			.param("foreseen", foreseen(page))).andExpect(redirectedUrl(address()));

		mvc.perform(get(address()).with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("Ended early"), not(containsString("Running")))));
		mvc.perform(get(end).with(Scene.by(coordinator)))
			.andExpect(content().string(containsString("This extension has already ended.")));
	}

	private MockHttpServletRequestBuilder form(String step, String whom, String day) {
		return post(address() + step).with(Scene.by(coordinator))
			.with(csrf())
			.param("whom", whom)
			.param("day", day)
			.param("month", "10")
			.param("year", edition.toString())
			.param("time", "23:59:59")
			.param("zone", "Etc/GMT+12")
			.param("offset", "")
			.param("government", "")
			.param("reason", "A storm");
	}

	private String address() {
		return "/coordination/editions/" + edition + "/extensions";
	}

	private String answer(MockHttpServletRequestBuilder asked) throws Exception {
		return mvc.perform(asked).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

	private static String foreseen(String page) {
		Matcher found = FORESEEN.matcher(page);
		if (!found.find()) {
			throw new AssertionError("No forecast on " + page);
		}
		return found.group(1);
	}

}
