package org.calltolocalaction.coordination;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.identity.Person;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The form with which a coordinator opens a call, filled in and changed. */
record OpeningForm(Map<String, List<String>> filled) {

	private static final Pattern FORESEEN = Pattern.compile("name=\"foreseen\" value=\"([^\"]+)\"");

	/** The usual call of that year. */
	static OpeningForm of(String year) {
		return new OpeningForm(Map.of()).with("edition", year)
			.with("partners", "UCLG", "MMC", "IOM")
			.with("day", "1")
			.with("month", "10")
			.with("year", year)
			.with("time", "23:59:59")
			.with("zone", "Etc/GMT+12")
			.with("grace", "60")
			.with("reminders", "30, 14, 7, 2")
			.with("days", "15")
			.with("cutOffDays", "45")
			.with("weights[CONCRETE]", "1")
			.with("reason", "The call of the year");
	}

	OpeningForm with(String box, String... values) {
		Map<String, List<String>> more = new LinkedHashMap<>(filled);
		more.put(box, List.of(values));
		return new OpeningForm(more);
	}

	OpeningForm without(String box) {
		Map<String, List<String>> less = new LinkedHashMap<>(filled);
		less.remove(box);
		return new OpeningForm(less);
	}

	/** Asks for the preview, or shows what is wrong. */
	ResultActions sent(MockMvc mvc, Person by) throws Exception {
		return sentTo("/coordination/editions/new", mvc, by);
	}

	ResultActions sentTo(String address, MockMvc mvc, Person by) throws Exception {
		MockHttpServletRequestBuilder form = post(address).with(csrf()).with(Scene.by(by));
		filled.forEach((box, values) -> form.param(box, values.toArray(String[]::new)));
		return mvc.perform(form);
	}

	/** The same once what follows was read. */
	OpeningForm read(MockMvc mvc, Person by) throws Exception {
		Matcher foreseen = FORESEEN.matcher(sent(mvc, by).andReturn().getResponse().getContentAsString());
		if (!foreseen.find()) {
			throw new AssertionError("A page that says what follows was expected");
		}
		return with("foreseen", foreseen.group(1));
	}

	/** Reads what follows, and confirms it. */
	ResultActions confirmed(MockMvc mvc, Person by) throws Exception {
		return read(mvc, by).sent(mvc, by);
	}

}
