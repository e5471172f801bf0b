package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.Endorsement.Proof;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.testing.SampleFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Where a member records the endorsement of the Declaration, and what shows it. */
@WithoutProcess
class EndorsementPageTests {

	private static final String HERE = "/my/government/endorsement";

	@Autowired
	private Scene scene;

	@Autowired
	private Governments governments;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private Person member;

	private Government government;

	@BeforeEach
	void a_government_that_endorsed_nothing_yet() {
		scene.openCall(2034);
		coordinator = scene.coordinator();
		member = scene.unconfirmedMember("Rosario de la Frontera Norte", "AR");
		government = governments.actedForBy(member.id()).orElseThrow();
		stored("null", "null");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en | Mayors and other leaders", "es | Alcaldías y otras autoridades",
			"fr | Des maires et d’autres responsables" })
	void the_page_says_what_the_declaration_is(String language, String says) throws Exception {
		assertThat(page(HERE + "?lang=" + language, member)).contains(says, "type=\"file\"", "name=\"statement\"");
	}

	@Test
	void a_signed_letter_is_enough_and_only_the_government_and_coordinators_get_it() throws Exception {
		sends(SampleFiles.pdf("The mayor signs"), "").andExpect(redirectedUrl("/my/government"));

		Endorsement endorsement = endorsement().orElseThrow();
		assertThat(endorsement.proof()).isEqualTo(Proof.LETTER);
		String letter = endorsement.letter().orElseThrow().toString();
		assertThat(page("/my/government", member)).contains("Ana Pérez, Mayor", "Shown by a signed letter", letter);
		String standing = "/coordination/governments/" + government.id();
		assertThat(page(standing + "/standing", coordinator)).contains("Shown by a signed letter", letter);
		mvc.perform(get(standing + "/letters/" + letter).with(by(coordinator)))
			.andExpect(status().isOk())
			.andExpect(header().string("X-Content-Type-Options", "nosniff"));
		mvc.perform(get("/my/government/letters/" + letter).with(by(scene.member("Quilmes", "AR"))))
			.andExpect(status().isNotFound());
	}

	@Test
	void a_file_that_is_no_letter_is_refused_beside_its_field_and_nothing_is_recorded() throws Exception {
		String shown = sends("no pdf".getBytes(), "").andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();

		assertThat(shown).contains("id=\"file-error\"", "Ana Pérez, Mayor");
		assertThat(endorsement()).isEmpty();
	}

	@Test
	void words_of_the_head_are_enough_and_neither_is_not() throws Exception {
		sends(null, " ").andExpect(status().isOk());
		assertThat(endorsement()).isEmpty();

		sends(null, "Our city endorses it").andExpect(redirectedUrl("/my/government"));

		assertThat(endorsement().orElseThrow().proof()).isEqualTo(Proof.STATEMENT);
		assertThat(page("/my/government", member)).contains("Our city endorses it", "Stated in writing");
	}

	@Test
	void a_letter_of_before_stays_where_only_the_rest_is_changed_and_gives_way_to_another() throws Exception {
		sends(SampleFiles.pdf("The mayor signs"), "");
		Optional<?> first = endorsement().orElseThrow().letter();

		sends(null, "And says so").andExpect(redirectedUrl("/my/government"));
		assertThat(endorsement().orElseThrow().letter()).isEqualTo(first);

		sends(SampleFiles.pdf("The next mayor signs"), "").andExpect(redirectedUrl("/my/government"));
		assertThat(endorsement().orElseThrow().letter()).isNotEqualTo(first);
		mvc.perform(get("/my/government/letters/" + first.orElseThrow()).with(by(member))).andExpect(status().isOk());
	}

	@Test
	void an_endorsement_that_was_recorded_before_letters_were_asked_for_stays_valid() throws Exception {
		stored("date '2022-03-01'", "'The Mayor'");

		assertThat(page("/my/government", member)).contains("Recorded without a letter or statement")
			.doesNotContain("Endorsement not recorded yet");
	}

	private ResultActions sends(byte @Nullable [] letter, String statement) throws Exception {
		var form = multipart(HERE);
		if (letter != null) {
			form.file(new MockMultipartFile("letter", "letter.pdf", "application/pdf", letter));
		}
		return mvc.perform(form
			// A browser says how much it sends.
			.content(new byte[] { 1 })
			.param("day", "17")
			.param("month", "5")
			.param("year", "2022")
			.param("signatory", "Ana Pérez, Mayor")
			.param("statement", statement)
			.with(by(member))
			.with(csrf()));
	}

	private Optional<Endorsement> endorsement() {
		return governments.government(government.id()).endorsement();
	}

	/** As a release before this one has stored it. */
	private void stored(String day, String signatory) {
		entities.flush();
		jdbc.sql("""
				update government set endorsed_on = %s, endorsed_by = %s, endorsed_statement = null,
				endorsed_recorded_at = null where id = ?""".formatted(day, signatory))
			.param(government.id().value())
			.update();
		entities.clear();
	}

	private String page(String at, Person reader) throws Exception {
		return mvc.perform(get(at).with(by(reader)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
