package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.coordination.trail.TrailProof;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.proof.Checkpoints;
import org.calltolocalaction.kernel.text.Languages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The page of the trail counts what waits for the next checkpoint, and says so in words
 * where that is more than anybody counts.
 */
@WithoutProcess
class EntriesThatWaitTests {

	private static final Map<String, String> MORE = Map.of("en", "More than ", "es", "Más de ", "fr", "Plus de ");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private MessageSource messages;

	@Autowired
	private Scene scene;

	@Autowired
	private TrailProof proof;

	private Person coordinator;

	@BeforeEach
	void somebody_who_reads_the_trail() {
		scene.openCall(2033);
		coordinator = scene.coordinator();
		scene.jdbc().sql("delete from audit_waiting").update();
	}

	@Test
	void as_many_as_are_counted_are_said_exactly() throws Exception {
		waiting(Checkpoints.COUNTED);
		assertThat(proof.standing(coordinator).waiting()).isEqualTo(Checkpoints.COUNTED);
		assertThat(proof.standing(coordinator).more()).isFalse();
		assertThat(page()).doesNotContain(MORE.get("en")).contains("10,000");
	}

	@Test
	void more_are_said_to_be_more_in_each_language() throws Exception {
		waiting(Checkpoints.COUNTED + 1);
		assertThat(proof.standing(coordinator).more()).isTrue();
		assertThat(page()).contains("More than 10,000");
		for (Locale language : Languages.ALL) {
			assertThat(messages.getMessage("trail.proof.waiting.more", new Object[] { Checkpoints.COUNTED }, language))
				.matches(MORE.get(language.getLanguage()) + "10\\P{Alnum}000");
		}
	}

	private void waiting(long entries) {
		scene.jdbc()
			.sql("""
					insert into audit_entry (kind, about, at, facts, personal)
					select 'pledge.begun', 'CLA-2996-000001', '2020-01-01', '{}', '{}' from generate_series(1, ?)""")
			.param(entries)
			.update();
	}

	private String page() throws Exception {
		return mvc.perform(get("/coordination/trail").with(Scene.by(coordinator)))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
