package org.calltolocalaction.reviews.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The worklist as a page: its address says what one sees, and a mistake is named beside
 * the box.
 */
@DeskTest
class WorklistPageTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	BeginPledge begin;

	@Autowired
	UpdateProfile profiles;

	@Autowired
	WebApplicationContext desk;

	private final String mark = "mark" + UUID.randomUUID().toString().replace("-", "");

	private MockMvc mvc;

	private Person rosa;

	private PledgeReference pledge;

	@BeforeEach
	void an_open_review() {
		story.aSharedCall();
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		rosa = story.reviewer("UCLG", "Rosa");
		Person member = story.memberOf("Kampala");
		pledge = begin.begin(Story.completeAnswers().with("title", "A <b>desk</b> " + mark), member);
		story.submit(pledge, member);
		jobs.run(pledge);
	}

	@Test
	void shows_a_line_with_what_a_reviewer_chooses_by() throws Exception {
		assertThat(page("all", mark)).contains("href=\"/reviews/" + pledge + "?tab=all&amp;q=" + mark + "\"",
				"A &lt;b&gt;desk&lt;/b&gt; " + mark, "Uganda", "English", "Not taken", "Reviews completed: 0 of 3",
				"1 review");
	}

	@Test
	void says_which_tab_is_looked_at_and_keeps_the_search_on_the_way_to_another() throws Exception {
		assertThat(page("unassigned", "language:en \"a b\""))
			.containsPattern(
					"href=\"/reviews\\?tab=unassigned&amp;q=language%3Aen%20%22a%20b%22\"\\s+aria-current=\"page\"")
			.contains("href=\"/reviews?tab=done&amp;q=language%3Aen%20%22a%20b%22\"",
					"name=\"tab\" value=\"unassigned\"");
	}

	@Test
	void names_a_mistaken_word_keeps_what_was_typed_and_lists_without_it() throws Exception {
		String text = page("all", mark + " contry:UG");

		assertThat(text).contains("“contry:UG” is not a known search condition", "Search for country:UG instead",
				"value=\"" + mark + " contry:UG\"", "aria-describedby=\"q-hint q-error\"", pledge.value());
		Matcher proposal = Pattern.compile("href=\"([^\"]*country%3AUG[^\"]*)\"").matcher(text);
		assertThat(proposal.find()).isTrue();
		assertThat(opened(URI.create(HtmlUtils.htmlUnescape(proposal.group(1))))).contains(pledge.value())
			.doesNotContain("q-error");
	}

	@ParameterizedTest
	@CsvSource({ "es,no es una condición de búsqueda", "fr,cette condition n’existe pas" })
	void says_so_in_the_readers_language(String language, String words) throws Exception {
		profiles.introduce(rosa, "Rosa", Locale.forLanguageTag(language), rosa.zone());

		assertThat(page("all", "colour:red")).contains("lang=\"" + language + "\"", words);
	}

	@Test
	void tells_what_to_do_where_nothing_is_found() throws Exception {
		assertThat(page("all", mark + " zanzibar")).contains("No reviews", "No reviews match your search",
				"Clear the search");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?tab=nobody", "?sort=colour", "?page=0", "?page=abc", "?page=99999999999",
			"?tab=done&sort=due", "?q=%00", "?q={x}%25", "?q=%22&page=2" })
	void an_address_of_what_does_not_exist_shows_what_does(String address) throws Exception {
		mvc.perform(get(URI.create("/reviews" + address.replace("{", "%7B").replace("}", "%7D"))).with(by(rosa)))
			.andExpect(status().isOk());
	}

	@Test
	void suggests_what_could_be_typed_next() throws Exception {
		assertThat(page("all", "")).contains("<option value=\"country:AR\">Argentina</option>",
				"<option value=\"due:overdue\">", "<option value=\"reviewer:me\">");
		assertThat(page("all", "school")).contains("<option value=\"school country:AR\">");
	}

	@Test
	void every_example_of_the_help_can_be_followed() throws Exception {
		String help = opened(URI.create("/reviews/search-help"));
		Matcher link = Pattern.compile("href=\"(/reviews\\?[^\"]+)\"").matcher(help);
		int followed = 0;
		while (link.find() && followed < 25) {
			assertThat(opened(URI.create(HtmlUtils.htmlUnescape(link.group(1))))).doesNotContain("q-error");
			followed++;
		}
		assertThat(followed).isEqualTo(25);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reviews", "/reviews/search-help" })
	void is_for_reviewers(String address) throws Exception {
		mvc.perform(get(address).with(by(story.coordinator()))).andExpect(status().isForbidden());
	}

	@Test
	void has_the_columns_that_its_reader_chooses() throws Exception {
		Person reader = reviewer("Columns");
		assertThat(opened(searchFor(mark), reader)).contains("data-label=\"Language\"")
			.doesNotContain("data-label=\"Objectives\"");

		sends("/reviews/columns", reader, "column", "objectives", "column", "section", "column", "colour", "q", mark);
		assertThat(opened(searchFor(mark), reader))
			.contains("data-label=\"Objectives\"", "GCM-15, GCM-16, GCR-2", "data-label=\"UCLG section\"",
					"A &lt;b&gt;desk&lt;/b&gt;")
			.doesNotContain("data-label=\"Language\"", "desk-worklist__reference\">");

		sends("/reviews/columns", reader, "reset", "true", "column", "objectives");
		assertThat(opened(searchFor(mark), reader)).contains("data-label=\"Language\"")
			.doesNotContain("data-label=\"Objectives\"");
	}

	@Test
	void keeps_a_search_and_shows_it_above_the_list() throws Exception {
		Person reader = reviewer("Keeper");

		assertThat(sends("/reviews/searches", reader, "name", "<i>Mine</i>", "tab", "mine", "q", "country:UG", "page",
				"3"))
			.isEqualTo("/reviews?tab=mine&q=country%3AUG&page=3");

		assertThat(opened(URI.create("/reviews?tab=mine&q=country%3AUG"), reader)).containsPattern(
				"href=\"/reviews\\?tab=mine&amp;q=country%3AUG\"\\s+aria-current=\"true\">&lt;i&gt;Mine&lt;/i&gt;<");
	}

	@Test
	void a_search_without_a_name_is_refused_beside_the_name() throws Exception {
		mvc.perform(post("/reviews/searches").param("name", " ").with(by(rosa)).with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andExpect(flash().attribute("refusal", "worklist.saved.refused.name"))
			.andExpect(flash().attribute("refusedName", ""));
	}

	@Test
	void a_review_is_taken_from_the_list_and_whoever_is_too_late_is_told_so_there() throws Exception {
		assertThat(sends("/reviews/" + pledge + "/take", rosa, "from-list", "true", "tab", "unassigned", "q", mark))
			.isEqualTo("/reviews?tab=unassigned&q=" + mark);

		mvc.perform(
				post("/reviews/" + pledge + "/take").param("from-list", "true").with(by(reviewer("Late"))).with(csrf()))
			.andExpect(flash().attribute("refusal", "worklist.taken-by"));
		assertThat(page("mine", mark)).contains("Taken by you").doesNotContain("/take\"");
	}

	@Test
	void marks_what_its_reader_never_opened() throws Exception {
		Person reader = reviewer("Looker");
		assertThat(opened(searchFor(mark), reader)).containsPattern("desk-worklist__mark[^>]*>New<");

		assertThat(opened(URI.create("/reviews/" + pledge), reader)).doesNotContain("news-heading");
		assertThat(opened(searchFor(mark), reader)).doesNotContain("desk-worklist__mark");

		sends("/reviews/" + pledge + "/take", rosa);
		assertThat(opened(searchFor(mark), reader)).doesNotContain("desk-worklist__mark");
		clock.advance(Duration.ofHours(1));
		sends("/reviews/" + pledge + "/release", rosa);
		sends("/reviews/" + pledge + "/take", rosa);
		assertThat(opened(searchFor(mark), reader)).containsPattern("desk-worklist__mark[^>]*>Changed<");
		assertThat(opened(URI.create("/reviews/" + pledge), reader)).contains("Since your last visit",
				"Rosa has taken the review.");
	}

	@Test
	void what_came_after_the_last_look_is_marked_where_it_stands() throws Exception {
		Person reader = reviewer("Looker");
		opened(URI.create("/reviews/" + pledge), reader);
		clock.advance(Duration.ofHours(1));
		sends("/reviews/" + pledge + "/discussion", rosa, "text", "Is it real?", "pageKey",
				UUID.randomUUID().toString());
		sends("/reviews/" + pledge + "/discussion", reader, "text", "It is.", "pageKey", UUID.randomUUID().toString());
		story.judges("MMC", pledge, "APPROVE");
		story.judges("UCLG", pledge, "APPROVE");

		String page = opened(URI.create("/reviews/" + pledge), reader);
		assertThat(page)
			.containsPattern("Rosa</strong>[^¶]*?</time>\\s*<strong class=\"govuk-tag desk-tag--review\">New<");
		assertThat(page).containsPattern("Looker[^<]*</strong>[^¶]*?</time>\\s*</p>");
		assertThat(page).containsPattern("id=\"others-heading\"[^¶]*?Round 1</span>\\s*<strong[^>]*>New<");
		assertThat(opened(URI.create("/reviews/" + pledge), rosa)).doesNotContain("desk-tag--review\">New<");
	}

	@Test
	void shortcuts_are_on_until_somebody_switches_them_off() throws Exception {
		Person reader = reviewer("Keys");
		assertThat(opened(searchFor(mark), reader)).contains("data-shortcuts=\"true\"");

		sends("/reviews/shortcuts", reader, "use", "false");

		assertThat(opened(searchFor(mark), reader)).contains("data-shortcuts=\"false\"", "Switch the shortcuts on");
		assertThat(opened(URI.create("/reviews/search-help"), reader)).contains("Switch the shortcuts on");
	}

	@Test
	void lines_stand_close_together_for_whoever_wants_them_so() throws Exception {
		Person reader = reviewer("Dense");
		assertThat(opened(searchFor(mark), reader)).doesNotContain("desk-worklist--dense");

		assertThat(sends("/reviews/density", reader, "dense", "true", "tab", "all", "q", mark))
			.isEqualTo("/reviews?tab=all&q=" + mark);
		sends("/reviews/columns", reader, "column", "section");
		sends("/reviews/shortcuts", reader, "use", "false");

		assertThat(opened(searchFor(mark), reader)).contains("desk-worklist--dense", "data-label=\"UCLG section\"");
	}

	@Test
	void what_is_searched_stands_there_part_by_part_and_each_can_be_taken_out() throws Exception {
		assertThat(page("all", mark + " language:en OR language:es")).contains(
				"<a class=\"desk-condition\" href=\"/reviews?tab=all&amp;q=" + mark + "\">",
				"<bdi>language:en OR language:es</bdi>",
				"<a class=\"desk-condition\" href=\"/reviews?tab=all&amp;q=language%3Aen%20OR%20language%3Aes\">");
		assertThat(page("all", "")).doesNotContain("desk-condition");
	}

	private Person reviewer(String name) {
		return story.reviewer("UCLG", name + UUID.randomUUID().toString().substring(0, 8));
	}

	/**
	 * @return where the answer leads
	 */
	private String sends(String address, Person person, String... fields) throws Exception {
		MockHttpServletRequestBuilder form = post(address).with(by(person)).with(csrf());
		for (int field = 0; field < fields.length; field += 2) {
			form.param(fields[field], fields[field + 1]);
		}
		return mvc.perform(form).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
	}

	private String page(String tab, String typed) throws Exception {
		return opened(UriComponentsBuilder.fromPath("/reviews")
			.queryParam("tab", tab)
			.queryParam("q", "{typed}")
			.encode()
			.buildAndExpand(typed)
			.toUri());
	}

	private static URI searchFor(String word) {
		return URI.create("/reviews?q=" + word);
	}

	private String opened(URI address) throws Exception {
		return opened(address, rosa);
	}

	private String opened(URI address, Person person) throws Exception {
		return mvc.perform(get(address).with(by(person)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
