package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.registry.PublishedPledge;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.registry.PublishedSearch;
import org.calltolocalaction.reports.ReportContents;
import org.calltolocalaction.reports.ReportEntry;
import org.calltolocalaction.reports.ReportPortion;
import org.calltolocalaction.testing.Costs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each row is its own transaction, so these tests keep what they wrote: every one names
 * governments of its own.
 */
@WithoutProcess
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ImportTests {

	@Autowired
	private Scene scene;

	@Autowired
	private ImportEarlierPledges importEarlierPledges;

	@Autowired
	private ReportContents reports;

	@Autowired
	private PublishedPledges published;

	@Autowired
	private PublishedSearch search;

	@Autowired
	private Editions editions;

	@Autowired
	private Governments governments;

	@Autowired
	private MessageSource messages;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	private final String city = "City " + UUID.randomUUID();

	private Person coordinator;

	@BeforeEach
	void a_coordinator() {
		coordinator = scene.coordinator();
	}

	@Test
	void good_rows_are_kept_and_bad_rows_reported_by_number_and_reason() {
		ImportResult result = load(row("A first pledge", ""), row("A bad pledge", "\"country\": \"XX\""),
				row("A second pledge", ""), "17");
		assertThat(result.imported()).isEqualTo(2);
		assertThat(result.refusals()).extracting(ImportResult.Refusal::row).containsExactly(2, 4);
		assertThat(said(result, Locale.ENGLISH)).containsExactly(
				"“country” must be one of the known codes (you have “XX”).", "This row must be an object.");
		assertThat(said(result, Locale.FRENCH)).first().asString().contains("doit être un code connu");
		assertThat(inReport()).containsExactlyInAnyOrder("A first pledge", "A second pledge");
	}

	@Test
	void importing_the_same_file_again_changes_nothing() {
		String[] rows = { row("A first pledge", ""), row("A second pledge", "") };
		load(rows);
		Object before = everything();
		ImportResult again = load(rows);
		assertThat(again).isEqualTo(new ImportResult(0, 2, List.of()));
		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void two_imports_at_once_take_each_pledge_once() {
		String[] rows = Stream.of("one", "two", "three", "four").map(title -> row(title, "")).toArray(String[]::new);
		List<CompletableFuture<ImportResult>> imports = Stream.of(1, 2, 3)
			.map(any -> CompletableFuture.supplyAsync(() -> load(rows)))
			.toList();
		assertThat(imports.stream().mapToInt(one -> one.join().imported()).sum()).isEqualTo(4);
		assertThat(inReport()).hasSize(4);
	}

	@Test
	void an_imported_pledge_is_public_at_once_in_the_report_of_its_edition() throws Exception {
		load(row("A public pledge", ""));
		PublishedPledge pledge = published
			.search(search.read(city, Locale.ENGLISH), Optional.of(new EditionYear(2019)), 1)
			.pledges()
			.get(0);
		mvc.perform(get("/pledges/" + pledge.reference()))
			.andExpect(content().string(containsString("A public pledge")));
		mvc.perform(get("/reports/2019"))
			.andExpect(content().string(containsString("A public pledge")))
			.andExpect(content().string(containsString("Published in 2019, before this site existed.")));
		assertThat(governments.named(city, "NO")).isPresent();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"government": ""                  | “government” is missing.
					"government": 7                   | “government” must be text.
					"governmentType": "KINGDOM"       | “governmentType” must be one of the known codes (you have “KINGDOM”).
					"region": "ATLANTIS"              | “region” must be one of the known codes (you have “ATLANTIS”).
					"edition": "2019"                 | “edition” must be a year, for example 2023.
					"edition": 1848                   | “edition” must be a year, for example 2023.
					"edition": 2998                   | must be earlier than the current edition
					"language": "tlh"                 | “language” must be one of the known codes (you have “tlh”).
					"title": null                     | “title” is missing.
					"description": ["a"]              | “description” must be text.
					"stage": "DONE"                   | “stage” must be one of the known codes (you have “DONE”).
					"start": "yesterday"              | “start” must be a valid date, for example 2023-06-30 (you have “yesterday”).
					"end": "2018-01-01"               | The end (2018-01-01) must be the same as or after the start (2018-06-01).
					"gcmObjectives": "GCM-01"         | “gcmObjectives” must be a list of texts.
					"gcmObjectives": ["GCM-99"]       | “gcmObjectives” must be one of the known codes (you have “GCM-99”).
					"gcrObjectives": ["GCM-01"]       | “gcrObjectives” must be one of the known codes (you have “GCM-01”).
					"sdgs": ["SDG-18"]                | “sdgs” must be one of the known codes (you have “SDG-18”).
					"partners": [{}]                  | “partners” must be text.
					""")
	void a_row_is_refused_for_what_is_wrong_in_it(String member, String reason) {
		ImportResult result = load(row("A pledge", member));
		assertThat(result.imported()).isZero();
		assertThat(said(result, Locale.ENGLISH)).singleElement().asString().contains(reason);
		assertThat(governments.named(city, "NO")).isEmpty();
	}

	@Test
	void a_title_of_a_hundred_thousand_characters_is_refused() {
		assertThat(said(load(row("x".repeat(100_000), "")), Locale.ENGLISH)).singleElement()
			.isEqualTo("“title” must be 200 characters or fewer (you have 100,000).");
	}

	@Test
	void an_edition_that_was_run_here_takes_no_earlier_pledges() {
		jdbc.sql("""
				insert into edition (year, state, forum, deadline_local, deadline_zone, grace_minutes, review_days,
				review_cut_off_days, opened_at, version) values (2020, 'CLOSED', '', now(), 'UTC', 0, 15, 45, now(), 0)
				on conflict do nothing""").update();
		assertThat(said(load(row("A pledge", "\"edition\": 2020")), Locale.ENGLISH)).singleElement()
			.isEqualTo("The 2020 edition was run on this site, so pledges cannot be imported into it.");
	}

	@Test
	void members_that_are_not_known_are_passed_over() {
		assertThat(load(row("A pledge", "\"mascot\": { \"kind\": \"dove\" }")).imported()).isEqualTo(1);
	}

	@Test
	void a_file_that_is_not_of_the_shape_is_refused_as_a_whole() {
		for (String file : List.of("", "not json", "[]", "{}", "{\"pledges\": 1}", "{\"pledges\": [",
				"[".repeat(5000))) {
			assertThatThrownBy(() -> importEarlierPledges.load(bytes(file), coordinator)).isInstanceOf(Refused.class);
		}
		assertThatThrownBy(() -> importEarlierPledges.load(new byte[EarlierPledgesFile.LARGEST + 1], coordinator))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("too-large");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostile")
	void a_hostile_file_is_refused_for_little_and_changes_nothing(String reason, String file) throws Exception {
		Object before = everything();

		Costs.within(96, 3, () -> {
			assertThatThrownBy(() -> importEarlierPledges.load(bytes(file), coordinator)).isInstanceOf(Refused.class)
				.hasMessageContaining("coordination.refused.import." + reason);
			return null;
		});

		assertThat(everything()).isEqualTo(before);
	}

	static Stream<Arguments> hostile() {
		String begin = "{\"pledges\": [";
		return Stream.of(arguments("excessive", begin + "[".repeat(100_000)),
				arguments("excessive", begin + "{\"a\":".repeat(100_000)),
				arguments("excessive", begin + "\"" + "x".repeat(3_900_000) + "\"]}"),
				arguments("excessive", begin + "{\"" + "x".repeat(3_900_000) + "\": 1}]}"),
				arguments("excessive", begin + "9".repeat(3_900_000) + "]}"),
				arguments("excessive", begin + "{},".repeat(1_200_000) + "{}]}"),
				arguments("too-many", begin + "{},".repeat(6_000) + "{}]}"),
				arguments("too-large", begin + "\"" + "x".repeat(50_000_000) + "\"]}"));
	}

	@Test
	void only_a_coordinator_imports() {
		assertThatThrownBy(() -> importEarlierPledges.load(bytes("{\"pledges\": []}"), scene.reviewer("IOM")))
			.isInstanceOf(NotAllowed.class);
	}

	@Test
	void the_examples_are_good_rows_and_keep_what_they_say() throws IOException {
		byte[] examples = new ClassPathResource("examples/pledges.json").getContentAsByteArray();
		ImportResult result = importEarlierPledges.load(examples, coordinator);
		assertThat(result.refusals()).isEmpty();
		assertThat(result.imported() + result.known()).isEqualTo(19);
		assertThat(editions.edition(new EditionYear(2023)).forum().in(Languages.SPANISH))
			.isEqualTo("Foro Mundial sobre los Refugiados");
		ReportEntry kampala = printed(2023).stream()
			.filter(entry -> entry.governmentName().startsWith("Kampala"))
			.findFirst()
			.orElseThrow();
		assertThat(kampala.objectives()).contains("GCR-1", "GCR-2");
		assertThat(kampala.content().answers().list("jointWith")).containsExactly("Nairobi City County");
		assertThat(kampala.content().answers().date("end")).isPresent();
		assertThat(kampala.content().stage()).isEqualTo("PLANNING");
	}

	@Test
	void the_page_says_what_became_of_the_file() throws Exception {
		String json = "{\"pledges\": [" + row("A pledge", "") + "," + row("A bad pledge", "\"stage\": \"DONE\"") + "]}";
		MvcResult posted = mvc
			.perform(multipart("/coordination/import").file(new MockMultipartFile("file", bytes(json)))
				// A browser says how much it sends.
				.content(bytes(json))
				.with(csrf())
				.with(Scene.by(coordinator)))
			.andExpect(redirectedUrl("/coordination/import"))
			.andReturn();
		mvc.perform(get("/coordination/import").with(Scene.by(coordinator)).cookie(posted.getResponse().getCookies()))
			.andExpect(content().string(containsString("Refused rows")))
			.andExpect(content().string(containsString("“stage” must be one of the known codes (you have “DONE”)")));
	}

	private ImportResult load(String... rows) {
		return importEarlierPledges.load(bytes("{\"pledges\": [" + String.join(",", rows) + "]}"), coordinator);
	}

	// A member named again replaces the first: that is how a test makes one thing wrong.
	private String row(String title, String instead) {
		String row = """
				{ "government": "%s", "governmentType": "MUNICIPALITY", "country": "NO", "region": "EUROPE",
				"edition": 2019, "language": "en", "title": "%s", "description": "What the city does.",
				"start": "2018-06-01", "end": null, "stage": "FULFILLED", "gcmObjectives": ["GCM-01"]""".formatted(city,
				title);
		return row + (instead.isEmpty() ? "" : ", " + instead) + "}";
	}

	private List<String> said(ImportResult result, Locale language) {
		return result.refusals()
			.stream()
			.map(refusal -> messages.getMessage(refusal.messageKey(), refusal.arguments().toArray(), language))
			.toList();
	}

	private List<String> inReport() {
		return printed(2019).stream()
			.filter(entry -> entry.governmentName().equals(city))
			.map(ReportEntry::title)
			.toList();
	}

	private List<ReportEntry> printed(int year) {
		List<ReportEntry> printed = new ArrayList<>();
		reports.each(new EditionYear(year), ReportPortion.WHOLE, one -> {
			if (one.entry().published()) {
				printed.add(one.entry());
			}
		});
		return printed;
	}

	private Object everything() {
		return List.of(jdbc.sql("select to_jsonb(pledge)::text from pledge order by reference").query().listOfRows(),
				jdbc.sql("select * from inclusion order by 1").query().listOfRows(),
				jdbc.sql("select * from government order by 1").query().listOfRows(),
				jdbc.sql("select to_jsonb(edition)::text from edition order by year").query().listOfRows(),
				jdbc.sql("select about, kind from audit_entry order by id").query().listOfRows(),
				jdbc.sql("select edition_year, reference, content::text from report_entry order by 1, 2")
					.query()
					.listOfRows(),
				jdbc.sql("select edition_year, sha256, figures::text from frozen_report order by 1")
					.query()
					.listOfRows());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
