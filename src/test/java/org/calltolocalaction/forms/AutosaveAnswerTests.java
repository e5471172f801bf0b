package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the script of a form that saves itself reads. */
class AutosaveAnswerTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void what_others_may_write_too_goes_on_with_a_version_and_their_changes() {
		assertThat(json.writeValueAsString(AutosaveAnswer.saved(7, "Saved 14:02", Map.of("title", List.of("Schools")),
				"Questions answered: 1 of 7")))
			.isEqualTo("""
					{"saved":true,"version":7,"words":"Saved 14:02","merged":{"title":["Schools"]},\
					"progress":"Questions answered: 1 of 7"}""");
	}

	@Test
	void what_is_the_readers_own_has_no_version() {
		assertThat(json.writeValueAsString(AutosaveAnswer.saved("Saved 14:02"))).isEqualTo("""
				{"saved":true,"words":"Saved 14:02","merged":{}}""");
	}

	@Test
	void what_was_not_saved_says_why() {
		assertThat(json.writeValueAsString(AutosaveAnswer.notSaved("Copy your text."))).isEqualTo("""
				{"saved":false,"words":"Copy your text.","merged":{}}""");
	}

}
