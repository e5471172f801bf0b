package org.calltolocalaction.forms;

import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.theFormWithEverything;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * How a page uses the forms: the same handler serves a browser without JavaScript and one
 * with htmx.
 */
class RoundTripTests {

	private final MockMvc browser = MockMvcBuilders.standaloneSetup(new SmallPage())
		.setViewResolvers(resolver())
		.setLocaleResolver(new FixedLocaleResolver(Locale.ENGLISH))
		.build();

	@Test
	void a_condition_is_followed_after_a_plain_round_trip() throws Exception {
		browser.perform(post("/form").param("rich", "true").param("pair._rows", "2").param("pair.0.share", "1"))
			.andExpect(redirectedUrl("/form"));
		browser.perform(get("/form"))
			.andExpect(content().string(allOf(containsString(">a year<"), not(containsString("id=\"pair\"")),
					containsString("<input type=\"hidden\" name=\"pair.0.share\" value=\"1\">"))));
	}

	@Test
	void a_row_is_added_and_filled_in_and_taken_away_by_plain_round_trips() throws Exception {
		browser.perform(post("/form").param("people._rows", "1").param("people.0.who", "Luz").param("_add", "people"))
			.andExpect(redirectedUrl("/form#people-1"));
		browser.perform(get("/form"))
			.andExpect(content().string(allOf(containsString("name=\"people.0.who\" type=\"text\" value=\"Luz\""),
					containsString("id=\"people-1-who\""))));
		browser
			.perform(post("/form").param("people._rows", "2")
				.param("people.0.who", "Luz")
				.param("people.1.who", "Noor")
				.param("_remove", "people.0"))
			.andExpect(redirectedUrl("/form#people"));
		browser.perform(get("/form"))
			.andExpect(content().string(allOf(containsString("name=\"people.0.who\" type=\"text\" value=\"Noor\""),
					not(containsString("people.1.who")))));
	}

	@Test
	void with_htmx_the_same_post_answers_with_the_fields_and_the_focus() throws Exception {
		browser
			.perform(post("/form").header("HX-Request", "true")
				.param("people._rows", "1")
				.param("people.0.role", "CHAIR")
				.param("_add", "people"))
			.andExpect(content()
				.string(allOf(containsString("<div class=\"form-fields\" id=\"test-fields\" hx-target=\"this\""),
						containsString("id=\"people-0-more-phrase\""), containsString("id=\"people-1\" autofocus"),
						containsString("hx-post=\"/form\""), not(containsString("<html")))));
	}

	private static ThymeleafViewResolver resolver() {
		ThymeleafViewResolver resolver = new ThymeleafViewResolver();
		resolver.setTemplateEngine(Rendering.templates());
		resolver.setCharacterEncoding("UTF-8");
		return resolver;
	}

	/** Inside of a test class, where the desk's own tests do not look for controllers. */
	@Controller
	@RequestMapping("/form")
	static class SmallPage {

		private final FormDefinition form = theFormWithEverything();

		private Answers stored = form.initial();

		@GetMapping
		String page(Model model) {
			return drawn(stored, null, model);
		}

		@PostMapping
		String save(@RequestParam MultiValueMap<String, String> posted,
				@RequestHeader(name = "HX-Request", required = false) boolean htmx, Model model) {
			RowChange change = new RowChange(form.bind(stored, posted), null);
			if (form.changesRows(posted)) {
				change = form.change(change.answers(), posted);
			}
			if (htmx) {
				return drawn(change.answers(), change.anchor(), model);
			}
			stored = change.answers();
			return "redirect:/form" + (change.anchor() == null ? "" : "#" + change.anchor());
		}

		private String drawn(Answers answers, String focus, Model model) {
			FormContext context = english();
			model.addAttribute("form", form.view(answers, List.of(), context).refreshedAt("/form").focusedOn(focus));
			return "forms/fields :: fields(view=${form})";
		}

	}

}
