package org.calltolocalaction.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.registry.PublishedPledges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@WithoutProcess
class OpenDataTests {

	private static final String TITLE = "Welcome, “José” & “co”; 100 %";

	@Autowired
	private Scene scene;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	private Person member;

	private PledgeReference pledge;

	@BeforeEach
	void a_published_pledge() {
		scene.openCall(2032);
		member = scene.member("Municipalidad de Ñuñoa", "CL");
		pledge = scene.included(member, TITLE, Map.of("sdgs", List.of("SDG-04"), "beneficiaries", List.of("WOMEN")));
	}

	@Test
	void what_the_list_finds_is_a_table_in_the_reader_s_language() throws Exception {
		List<NamedCsvRecord> rows = rows("/pledges.csv?edition=2032&lang=es");

		assertThat(rows).singleElement().satisfies(row -> {
			assertThat(row.getField("Referencia")).isEqualTo(pledge.value());
			assertThat(row.getField("Dirección")).endsWith("/pledges/" + pledge);
			assertThat(row.getField("Título")).isEqualTo(TITLE);
			assertThat(row.getField("Tipo de gobierno")).isEqualTo("Municipio");
			assertThat(row.getField("País")).isEqualTo("Chile");
			assertThat(row.getField("Fase")).isEqualTo("En curso");
			assertThat(row.getField("Objetivos de los Pactos"))
				.contains("PMM 15: Acceso a los servicios básicos; PMR 1");
			assertThat(row.getField("Objetivos de Desarrollo Sostenible")).isEqualTo("ODS 4: Educación de calidad");
			assertThat(row.getField("A quién beneficia")).isEqualTo("Mujeres y niñas");
			assertThat(row.getField("Resumen")).contains("The city opens welcome centres.");
		});
		assertThat(rows("/pledges.csv?edition=2032&lang=fr").get(0).getField("Résumé")).isNotEmpty();
	}

	@Test
	void a_table_is_read_by_spreadsheets_as_utf_8_and_kept_as_a_file() throws Exception {
		MockHttpServletResponse answer = mvc.perform(get("/pledges.csv?edition=2032"))
			.andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
			.andExpect(header().string("Content-Disposition", containsString("attachment; filename=\"pledges.csv\"")))
			.andReturn()
			.getResponse();

		String text = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(text).startsWith("\uFEFF").endsWith("\r\n").contains("\r\n" + pledge);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "=1+1|'=1+1", "+49|'+49", "-2|'-2", "@SUM(A1)|'@SUM(A1)", "＝1|'＝1", "1=1|1=1", "A-B|A-B" })
	void no_cell_is_worked_out_by_a_spreadsheet(String title, String cell) throws Exception {
		jdbc.sql("update published_pledge set title = ? where reference = ?").params(title, pledge.value()).update();

		assertThat(rows("/pledges.csv?edition=2032").get(0).getField("Title")).isEqualTo(cell);
	}

	@Test
	void a_table_has_what_was_searched_and_nothing_else() throws Exception {
		PledgeReference other = scene.included(member, "Another pledge of the city", Map.of());

		assertThat(references("/pledges.csv?q=mujeres&edition=2032")).containsExactly(pledge.value());
		assertThat(references("/pledges.csv?q=another&edition=2032")).containsExactly(other.value());
		assertThat(references("/pledges.csv?q=nunoa")).contains(pledge.value(), other.value());
		assertThat(references("/pledges.csv?q=nunoa -another&edition=2032")).containsExactly(pledge.value());
		assertThat(references("/pledges.csv?edition=1871")).isEmpty();
		assertThat(references("/pledges.csv?edition=abc")).isEmpty();
	}

	@Test
	void a_long_table_is_whole_and_in_the_order_of_the_list() throws Exception {
		int many = PublishedPledges.BATCH * 2 + 1;
		IntStream.range(0, many).forEach(number -> copied(number));

		List<String> references = references("/pledges.csv?edition=2032");

		assertThat(references).hasSize(many + 1).doesNotHaveDuplicates();
		assertThat(references("/pledges.csv?edition=2032&q=nunoa")).isEqualTo(references);
		assertThat(references).containsExactlyElementsOf(jdbc
			.sql("select reference from published_pledge where edition_year = 2032 order by government, reference")
			.query(String.class)
			.list());
	}

	@Test
	void a_report_that_not_everybody_may_read_is_no_table() throws Exception {
		mvc.perform(get("/reports/2032.csv")).andExpect(status().isNotFound());
		mvc.perform(get("/reports/1871.csv")).andExpect(status().isNotFound());
	}

	@Test
	void a_published_report_is_a_table_by_its_own_address() throws Exception {
		jdbc.sql("update edition set state = 'PUBLISHED' where year = 2032").update();
		// Within one transaction, what was read before would be read again.
		entities.flush();
		entities.clear();

		assertThat(references("/reports/2032.csv")).isEqualTo(references("/pledges.csv?edition=2032"))
			.contains(pledge.value());
		mvc.perform(get("/reports/2032.csv"))
			.andExpect(header().string("Content-Disposition", containsString("filename=\"report-2032.csv\"")));
		mvc.perform(get("/reports/2032")).andExpect(content().string(containsString("/reports/2032.csv")));
	}

	@Test
	void the_list_leads_to_its_table() throws Exception {
		mvc.perform(get("/pledges?q=mujeres&edition=2032"))
			.andExpect(content().string(containsString("/pledges.csv?q=mujeres&amp;edition=2032")));
	}

	@ParameterizedTest
	@ValueSource(strings = { ".json", "" })
	void a_pledge_is_read_by_programs(String ending) throws Exception {
		mvc.perform(get("/pledges/" + pledge + ending + "?lang=fr").accept(MediaType.APPLICATION_JSON))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.reference").value(pledge.value()))
			.andExpect(jsonPath("$.title").value(TITLE))
			.andExpect(jsonPath("$.edition").value(2032))
			.andExpect(jsonPath("$.government.name").value("Municipalidad de Ñuñoa"))
			.andExpect(jsonPath("$.government.country.code").value("CL"))
			.andExpect(jsonPath("$.government.country.name").value("Chili"))
			.andExpect(jsonPath("$..answers[?(@.key == 'sdgs')].value[0]").value("SDG-04"))
			.andExpect(jsonPath("$..answers[?(@.key == 'sdgs')].words[0]").value("ODD 4\u00a0: Éducation de qualité"))
			.andExpect(jsonPath("$..answers[?(@.key == 'contactEmail')]").isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" })
	void a_browser_gets_the_page(String accepted) throws Exception {
		mvc.perform(get("/pledges/" + pledge).header("Accept", accepted))
			.andExpect(status().isOk())
			.andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
			.andExpect(content().string(containsString("/pledges/" + pledge + ".json")));
	}

	@Test
	void nothing_of_a_pledge_without_consent_and_no_contact_is_taken_along() throws Exception {
		PledgeReference kept = scene.included(member, "A quiet pledge", Map.of("consent", "NO"));

		mvc.perform(get("/pledges/" + kept + ".json")).andExpect(status().isNotFound());
		assertThat(references("/pledges.csv?edition=2032")).doesNotContain(kept.value());
		for (String address : List.of("/pledges.csv", "/pledges/" + pledge + ".json")) {
			mvc.perform(get(address))
				.andExpect(content().string(not(containsString("Confidential Contact"))))
				.andExpect(content().string(not(containsString("confidential@example.org"))));
		}
	}

	@Test
	void a_pledge_says_how_to_cite_it() throws Exception {
		mvc.perform(get("/pledges/" + pledge))
			.andExpect(
					content().string(containsString("Municipalidad de Ñuñoa (2032). " + "Welcome, “José” &amp; “co”")))
			.andExpect(content().string(containsString("@misc{" + pledge)))
			.andExpect(content().string(containsString("title        = {{Welcome, “José” \\&amp; “co”; 100 \\%}}")))
			.andExpect(content().string(containsString("author       = {{Municipalidad de Ñuñoa}}")));
	}

	private void copied(int number) {
		String given = jdbc.sql("""
				select string_agg(column_name, ', ') from information_schema.columns
				where table_schema = current_schema and table_name = 'pledge' and is_generated = 'NEVER'""")
			.query(String.class)
			.single();
		jdbc.sql("insert into pledge (%1$s) select %1$s from (select (jsonb_populate_record(pledge, ".formatted(given)
				+ "jsonb_build_object('reference', ?))).* from pledge where reference = ?) as copied")
			.params("CLA-2032-9%03d".formatted(number), pledge.value())
			.update();
		jdbc.sql("insert into published_pledge select (jsonb_populate_record(published_pledge, "
				+ "jsonb_build_object('reference', ?, 'government', ?))).* from published_pledge where reference = ?")
			.params("CLA-2032-9%03d".formatted(number), "City " + number % 7, pledge.value())
			.update();
	}

	private List<String> references(String address) throws Exception {
		return rows(address).stream().map(row -> row.getField(0)).toList();
	}

	private List<NamedCsvRecord> rows(String address) throws Exception {
		byte[] file = mvc.perform(get(address))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		return CsvReader.builder()
			.detectBomHeader(true)
			.allowMissingFields(false)
			.allowExtraFields(false)
			.ofNamedCsvRecord(new ByteArrayInputStream(file))
			.stream()
			.toList();
	}

}
