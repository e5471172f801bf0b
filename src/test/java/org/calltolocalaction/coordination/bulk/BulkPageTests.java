package org.calltolocalaction.coordination.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From ticked lines to what was done about them, page by page. */
@WithoutProcess
class BulkPageTests {

	private static final String HOSTILE = "<script>alert(1)</script> [[${1}]] {0} \u202Eevil";

	@Autowired
	private Scene scene;

	@Autowired
	private Extensions extensions;

	@Autowired
	private BeginPledge begin;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	private EditionYear edition;

	private Person coordinator;

	private Person oslo;

	private PledgeReference pledge;

	@BeforeEach
	void a_pledge_that_waits_for_its_government() {
		edition = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune <b>Oslo</b>", "NO");
		pledge = scene.underReview(oslo, "A school for all", Map.of());
		scene.decide().requestChanges(pledge);
	}

	@Test
	void each_line_has_a_box_with_a_name_and_the_list_says_what_can_be_done() throws Exception {
		PledgeReference draft = begin.begin(Scene.answers("A draft"), oslo);

		assertThat(answer(get(address("/pledges")))).contains("id=\"select-" + pledge + "\"", "Select " + pledge,
				"Remind people", "Write to governments", "Give more time", "All that was found, on every page (1)");
		assertThat(answer(get(address("/drafts") + "?q=government:oslo"))).contains("id=\"select-" + draft + "\"",
				"Write to governments");
	}

	@Test
	void a_reminder_is_shown_and_then_sent() throws Exception {
		String preview = answer(ticked("/selection/remind"));
		assertThat(preview).contains("Emails that will be written: 1", "Pledges in the reminders: 1",
				"Kommune &lt;b&gt;Oslo&lt;/b&gt;: 1", "ask you to submit", "A school for all");

		MvcResult sent = mvc
			.perform(ticked("/selection/remind/send").param("once", once(preview)).param("foreseen", foreseen(preview)))
			.andExpect(redirectedUrl(address("/pledges") + "?q=state%3Achanges-requested"))
			.andReturn();
		assertThat(mails("PLEDGES_REMINDER")).isEqualTo(1);
		assertThat(answer(get(URI.create(address("/pledges") + "?q=state%3Achanges-requested"))
			.cookie(sent.getResponse().getCookies())))
			.contains("The reminders have been sent. Emails: 1. Pledges: 1. Pledges left out: 0.");

		mvc.perform(ticked("/selection/remind"))
			.andExpect(content().string(allOf(containsString("within the last 24 hours: 1"),
					containsString("There is nothing to do"), not(containsString("Send the reminders</button>")))));
		mvc.perform(ticked("/selection/remind/send").param("once", once(preview)).param("foreseen", foreseen(preview)))
			.andExpect(flash().attribute("message", "bulk.done.before"));
		assertThat(mails("PLEDGES_REMINDER")).isEqualTo(1);
		assertThat(answer(get(address("/acts")))).contains("Reminders sent");
	}

	@Test
	void a_message_is_text_wherever_it_is_shown_and_what_is_wrong_with_it_is_said_beside_its_field() throws Exception {
		mvc.perform(ticked("/selection/write")).andExpect(content().string(containsString("Preview the message")));
		mvc.perform(message("/preview", " ", "x".repeat(5001), "xx"))
			.andExpect(content().string(allOf(containsString("Enter the subject"),
					containsString("The message must be 5,000 characters or fewer (you have 5,001)"),
					containsString("Select the language of your message"))));

		String preview = answer(message("/preview", HOSTILE, HOSTILE, "fr"));
		assertThat(preview).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Language of the message: Français")
			.doesNotContain("<script>alert", "\u202E");
		assertThat(answer(message("/change", HOSTILE, HOSTILE, "fr"))).contains("&lt;script&gt;alert")
			.doesNotContain("<script>alert");
		mvc.perform(message("/send", "Another subject", HOSTILE, "fr").param("foreseen", foreseen(preview)))
			.andExpect(content().string(containsString("Another subject")));
		assertThat(mails("COORDINATORS_MESSAGE")).isZero();

		mvc.perform(message("/send", HOSTILE, HOSTILE, "fr").param("foreseen", foreseen(preview)))
			.andExpect(redirectedUrl(address("/pledges") + "?q=state%3Achanges-requested"));
		assertThat(mails("COORDINATORS_MESSAGE")).isEqualTo(1);
		assertThat(answer(get("/coordination/pledges/" + pledge))).contains("Message sent to the government")
			.doesNotContain("<script>alert");
	}

	@Test
	void a_message_is_looked_at_mail_by_mail_planned_followed_and_cancelled() throws Exception {
		mvc.perform(later(message("/preview", "A subject", "A text", "en"), "1", "2.20", "Europe/Paris"))
			.andExpect(content().string(containsString("The time must be later than now")));
		mvc.perform(later(message("/preview", "A subject", "A text", "en"), "31", "25:00", ""))
			.andExpect(content()
				.string(allOf(containsString("The time must be valid"), containsString("Select a time zone"))));

		String preview = answer(due(message("/preview", "A subject", "A text", "en")).param("mail", "7"));
		assertThat(preview).contains("Email 1 of 1", oslo.email(), "To be sent: ", "Plan the message",
				"name=\"when\" value=\"later\"", "name=\"time\" value=\"9:30\"");
		String once = once(preview);
		mvc.perform(due(message("/send", "A subject", "A text", "en")).param("once", once)
			.param("foreseen", foreseen(preview))).andExpect(redirectedUrl("/coordination/messages/" + once));

		assertThat(answer(get("/coordination"))).contains("/coordination/messages");
		assertThat(answer(get("/coordination/messages"))).contains("/coordination/messages/" + once, "A subject",
				"Planned");
		assertThat(answer(get("/coordination/messages/" + once))).contains("A text", "Emails that will not be sent: 1");
		mvc.perform(post("/coordination/messages/" + once + "/cancel").with(Scene.by(coordinator))
			.with(csrf())
			.param("reason", " ")).andExpect(content().string(containsString("Enter the reason for cancelling")));
		mvc.perform(post("/coordination/messages/" + once + "/cancel").with(Scene.by(coordinator))
			.with(csrf())
			.param("reason", HOSTILE)).andExpect(redirectedUrl("/coordination/messages/" + once));
		assertThat(answer(get("/coordination/messages/" + once))).contains("&lt;script&gt;alert(1)", "Cancelled")
			.doesNotContain("<script>alert(1)", "Cancel the message</button>");
		mvc.perform(post("/coordination/messages/" + once + "/cancel").with(Scene.by(coordinator))
			.with(csrf())
			.param("reason", "Again")).andExpect(content().string(containsString("already been cancelled")));
		mvc.perform(get("/coordination/messages/" + UUID.randomUUID()).with(Scene.by(coordinator)))
			.andExpect(status().isNotFound());
	}

	@Test
	void of_a_time_that_the_clocks_show_twice_it_is_asked_which_is_meant() throws Exception {
		String asked = answer(message("/preview", "A subject", "A text", "en").param("when", "later")
			.param("day", "30")
			.param("month", "10")
			.param("year", "2033")
			.param("time", "2:30")
			.param("zone", "Europe/Paris"));
		assertThat(asked).contains("show this time twice", "Time that you mean");
	}

	@Test
	void drafts_get_more_time_once_it_was_seen_what_follows() throws Exception {
		PledgeReference draft = begin.begin(Scene.answers("A secret plan"), oslo);
		assertThat(answer(draft("/selection/extend", draft))).contains("Preview the extensions", "value=\"8\"");
		mvc.perform(moreTime(draft("/selection/extend/preview", draft), "1"))
			.andExpect(content().string(containsString("must end later than the deadline")));

		String preview = answer(moreTime(draft("/selection/extend/preview", draft), "15"));
		assertThat(preview).contains("Pledges and drafts that get more time: 1", draft.value(), "A storm")
			.doesNotContain("A secret plan", "/coordination/pledges/" + draft);
		mvc.perform(moreTime(draft("/selection/extend/grant", draft), "15").param("foreseen", foreseen(preview)))
			.andExpect(redirectedUrl(address("/drafts")));
		assertThat(extensions.of(edition)).hasSize(1);
		assertThat(answer(moreTime(draft("/selection/extend/change", draft), "15"))).contains("value=\"15\"");
	}

	@Test
	void whoever_selects_nothing_or_sends_what_is_no_pledge_comes_back_to_the_list() throws Exception {
		for (String chosen : new String[] { "", "nonsense", "CLA-2033-9999", "'; drop table pledge; --", "\u0000" }) {
			mvc.perform(form("/selection/remind").param("chosen", chosen))
				.andExpect(redirectedUrl(address("/pledges")))
				.andExpect(flash().attribute("refusal", "bulk.refused.nothing"));
		}
		MvcResult refused = mvc.perform(form("/selection/remind")).andReturn();
		assertThat(answer(get(address("/pledges")).cookie(refused.getResponse().getCookies())))
			.contains("There is a problem", "Nothing of this list is selected");
		mvc.perform(form("/selection/remind/send").param("chosen", pledge.value()).param("once", "no id"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Preview: reminders")));
	}

	@Test
	void all_that_the_search_finds_goes_along_with_it() throws Exception {
		String preview = answer(form("/selection/remind").param("everything", "true").param("q", "country:NO"));
		assertThat(preview).contains("name=\"everything\" value=\"true\"", "name=\"q\" value=\"country:NO\"",
				"Pledges selected: 1");
	}

	@Test
	void the_pages_are_there_in_three_languages() throws Exception {
		for (String language : new String[] { "es", "fr" }) {
			Locale locale = Locale.forLanguageTag(language);
			for (MockHttpServletRequestBuilder asked : new MockHttpServletRequestBuilder[] {
					get(address("/pledges")).with(Scene.by(coordinator)), ticked("/selection/remind"),
					ticked("/selection/write"), message("/preview", "A subject", "A text", "en"),
					get("/coordination/messages").with(Scene.by(coordinator)), ticked("/selection/extend"),
					moreTime(ticked("/selection/extend/preview"), "15") }) {
				mvc.perform(asked.locale(locale))
					.andExpect(status().isOk())
					.andExpect(content().string(not(containsString("??"))));
			}
		}
	}

	private MockHttpServletRequestBuilder form(String step) {
		return post(address(step)).with(Scene.by(coordinator)).with(csrf());
	}

	private MockHttpServletRequestBuilder ticked(String step) {
		return form(step).param("chosen", pledge.value())
			.param("list", "pledges")
			.param("q", "state:changes-requested")
			.param("sort", "waiting")
			.param("page", "1");
	}

	private MockHttpServletRequestBuilder draft(String step, PledgeReference draft) {
		return form(step).param("chosen", draft.value()).param("list", "drafts");
	}

	private MockHttpServletRequestBuilder message(String step, String subject, String text, String language) {
		return ticked("/selection/write" + step).param("subject", subject)
			.param("text", text)
			.param("writtenIn", language);
	}

	private static MockHttpServletRequestBuilder later(MockHttpServletRequestBuilder form, String day, String time,
			String zone) {
		return form.param("when", "later")
			.param("day", day)
			.param("month", "1")
			.param("year", "2026")
			.param("time", time)
			.param("zone", zone);
	}

	/** In a week. */
	private MockHttpServletRequestBuilder due(MockHttpServletRequestBuilder form) {
		LocalDate day = LocalDate.ofInstant(scene.clock().instant(), ZoneOffset.UTC).plusDays(7);
		return form.param("when", "later")
			.param("day", String.valueOf(day.getDayOfMonth()))
			.param("month", String.valueOf(day.getMonthValue()))
			.param("year", String.valueOf(day.getYear()))
			.param("time", "9:30")
			.param("zone", "UTC");
	}

	private MockHttpServletRequestBuilder moreTime(MockHttpServletRequestBuilder form, String day) {
		return form.param("day", day)
			.param("month", "10")
			.param("year", edition.toString())
			.param("time", "23:59:59")
			.param("zone", "Etc/GMT+12")
			.param("offset", "")
			.param("reason", "A storm");
	}

	private String address(String path) {
		return "/coordination/editions/" + edition + path;
	}

	private int mails(String kind) {
		return jdbc.sql("select count(*) from mail where account = ? and kind = ?")
			.params(oslo.id().value(), kind)
			.query(Integer.class)
			.single();
	}

	private String answer(MockHttpServletRequestBuilder asked) throws Exception {
		return mvc.perform(asked.with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private static String foreseen(String page) {
		return hidden("foreseen", page);
	}

	private static String once(String page) {
		return hidden("once", page);
	}

	private static String hidden(String name, String page) {
		Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
		if (!found.find()) {
			throw new AssertionError("No " + name + " on " + page);
		}
		return found.group(1);
	}

}
