package org.calltolocalaction.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WithoutProcess
class PublicListTests {

	private static final String TITLE = "Ażymut für Größe: l’accueil, José’s co-operation";

	@Autowired
	private Scene scene;

	@Autowired
	private PublishedPledges published;

	@Autowired
	private PublishedSearch search;

	@Autowired
	private MockMvc mvc;

	private PledgeReference pledge;

	@BeforeEach
	void a_published_pledge() {
		scene.openCall(2031);
		pledge = scene.included(scene.member("Municipalidad de Ñuñoa", "CL"), TITLE, Map.of());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nunoa", "ÑUÑOA", "grosse", "Größe", "jose", "josé co-oper", "co-op", "azym", "accueil l'",
			"chili", "Chile", "welcome cent" })
	void is_found_by_the_beginnings_of_its_words_whatever_the_accents(String words) {

		assertThat(found(words)).contains(pledge);
	}

	@Test
	void is_found_by_its_reference_as_it_is_written() {
		assertThat(found(pledge.value())).containsExactly(pledge);
		assertThat(found(pledge.value().toLowerCase())).containsExactly(pledge);
	}

	@Test
	void every_word_must_be_there() {
		assertThat(found("nunoa accueil")).contains(pledge);
		assertThat(found("nunoa zanzibar")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "country:CL", "Country:cl", "country:CL OR country:AR", "section:EUROPE",
			"objective:GCM-15", "language:en", "edition:2031", "edition:>2030", "edition:<=2031", "-country:AR",
			"\"fur grosse\"", "stage:planning OR stage:in-progress OR stage:fulfilled" })
	void is_found_by_the_conditions_that_the_worklist_knows_too(String condition) {
		String typed = "nunoa " + condition;
		assertThat(asked(typed).mistakes()).isEmpty();
		assertThat(found(typed)).contains(pledge);
	}

	@Test
	void is_found_by_one_of_two_words() {
		assertThat(found("zanzibar OR nunoa")).contains(pledge);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "nunoa country:AR", "nunoa -country:CL", "section:AFRICA", "objective:GCM-23 objective:GCR-4",
					"nunoa language:fr", "edition:<2031 nunoa", "\"grosse fur\"", "nunoa -accueil" })
	void is_not_found_where_a_condition_does_not_hold(String typed) {
		assertThat(asked(typed).mistakes()).isEmpty();
		assertThat(found(typed)).doesNotContain(pledge);
	}

	@Test
	void a_mistake_is_named_with_the_right_word_as_a_link_and_left_out() throws Exception {
		mvc.perform(get("/pledges").param("q", "nunoa contry:CL"))
			.andExpect(content().string(containsString("“contry:CL” is not a known search condition")))
			.andExpect(content().string(containsString("Search for country:CL instead")))
			.andExpect(content().string(containsString("/pledges?q=nunoa%20country%3ACL")))
			.andExpect(content().string(containsString("1 pledge")));
	}

	@Test
	void what_can_be_searched_stands_on_a_page_whose_examples_are_all_understood() throws Exception {
		String help = mvc.perform(get("/pledges/search-help"))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();

		Matcher links = Pattern.compile("href=\"/pledges\\?q=([^\"]+)\"").matcher(help);
		List<String> typed = links.results()
			.map(link -> URLDecoder.decode(link.group(1), StandardCharsets.UTF_8))
			.toList();
		assertThat(typed).hasSizeGreaterThan(200)
			.allSatisfy(example -> assertThat(asked(example).mistakes()).isEmpty());
		mvc.perform(get("/pledges"))
			.andExpect(content().string(containsString("<option value=\"country:CL\">Chile</option>")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "a' | 'b", "!!!", ":*", "(", "a & ", "⑴ ½ ŉ №", "'; drop table published_pledge; --",
			"\\", "<script>alert(1)</script>", "%00", "ℵ ʼ", "\u0000nunoa" })
	void nothing_typed_breaks_the_search(String words) throws Exception {
		mvc.perform(get("/pledges").param("q", words)).andExpect(status().isOk());
	}

	@Test
	void a_very_long_word_breaks_nothing() throws Exception {
		mvc.perform(get("/pledges").param("q", "ä".repeat(5000))).andExpect(status().isOk());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "abc", "-1", "99999999999999999999", "999999", "" })
	void a_page_that_does_not_exist_shows_one_that_does(String page) throws Exception {
		mvc.perform(get("/pledges").param("page", page).param("q", "nunoa"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("1 pledge")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1871", "2999", "abc", "2031'", "20311" })
	void an_edition_that_does_not_exist_has_no_pledges(String edition) throws Exception {
		mvc.perform(get("/pledges").param("edition", edition))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Show all pledges")))
			.andExpect(content().string(not(containsString("/pledges/CLA-"))));
	}

	@Test
	void the_list_is_narrowed_to_an_edition() {
		assertThat(published.search(asked("nunoa"), Optional.of(new EditionYear(2031)), 1).pledges()).hasSize(1);
		assertThat(published.search(asked("nunoa"), Optional.of(new EditionYear(2030)), 1).pledges()).isEmpty();
	}

	@Test
	void what_was_typed_is_shown_as_text() throws Exception {
		mvc.perform(get("/pledges").param("q", "\"><script>alert(1)</script>"))
			.andExpect(content().string(not(containsString("<script>alert"))));
	}

	@Test
	void a_published_pledge_has_a_page_with_one_address() throws Exception {
		mvc.perform(get("/pledges/" + pledge.value().toLowerCase()))
			.andExpect(status().isOk())
			.andExpect(header().string("Link", containsString("/pledges/" + pledge + ">; rel=\"canonical\"")))
			.andExpect(content().string(containsString("Municipalidad de Ñuñoa")))
			.andExpect(content().string(containsString("A thousand people a year")));
	}

	@Test
	void contact_data_is_on_no_public_page() throws Exception {
		for (String address : List.of("/pledges/" + pledge, "/pledges?q=nunoa", "/pledges?q=confidential")) {
			mvc.perform(get(address))
				.andExpect(status().isOk())
				.andExpect(content().string(not(containsString("Confidential Contact"))))
				.andExpect(content().string(not(containsString("confidential@example.org"))));
		}
		assertThat(found("confidential")).isEmpty();
	}

	@Test
	void a_pledge_without_consent_is_nowhere_public() throws Exception {
		PledgeReference kept = scene.included(scene.member("City of Silence", "FR"), "A quiet pledge",
				Map.of("consent", "NO"));
		assertThat(found("quiet")).isEmpty();
		mvc.perform(get("/pledges/" + kept)).andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@ValueSource(strings = { "CLA-2031-9999", "CLA-1", "abc", "CLA-2031-00001'" })
	void what_is_not_there_is_not_found(String reference) throws Exception {
		mvc.perform(get("/pledges/" + reference)).andExpect(status().isNotFound());
	}

	@Test
	void a_pledge_under_review_is_not_found() throws Exception {
		PledgeReference waiting = scene.underReview(scene.member("City of Patience", "FR"), "A waiting pledge",
				Map.of());
		mvc.perform(get("/pledges/" + waiting)).andExpect(status().isNotFound());
	}

	private List<PledgeReference> found(String words) {
		return published.search(asked(words), Optional.empty(), 1)
			.pledges()
			.stream()
			.map(PublishedPledge::reference)
			.toList();
	}

	private SearchQuery asked(String typed) {
		return search.read(typed, Locale.ENGLISH);
	}

}
