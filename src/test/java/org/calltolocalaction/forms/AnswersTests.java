package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers as a value. */
class AnswersTests {

	private final Answers answers = Answers.of(Map.of("title", "Ciudad «abierta»", "people", 12, "share", 0.50, "open",
			true, "sdgs", List.of("A", "B"), "start", "2027-01-31", "where", Map.of("city", "Lima")));

	@Test
	void they_survive_being_stored() {
		assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers).hasSameHashCodeAs(answers);
	}

	@Test
	void each_is_read_as_what_it_is() {
		assertThat(answers.text("title")).isEqualTo("Ciudad «abierta»");
		assertThat(answers.text("share")).isEqualTo("0.5");
		assertThat(answers.list("sdgs")).containsExactly("A", "B");
		assertThat(answers.flag("open")).isTrue();
		assertThat(answers.date("start")).contains(LocalDate.of(2027, 1, 31));
		assertThat(answers.number("people")).contains(BigDecimal.valueOf(12));
		assertThat(answers.text("where.city")).isEqualTo("Lima");
	}

	@Test
	void what_is_missing_or_something_else_is_nothing() {
		assertThat(answers.text("absent")).isEmpty();
		assertThat(answers.list("absent")).isEmpty();
		assertThat(answers.flag("title")).isFalse();
		assertThat(answers.date("title")).isEmpty();
		assertThat(answers.number("title")).isEmpty();
		assertThat(answers.value("title.deeper")).isEmpty();
	}

	@Test
	void the_lines_of_a_text_are_a_list_and_the_entries_of_a_list_are_lines() {
		Answers partners = Answers.of(Map.of("typed", "Red Cross\n\n  IOM ", "kept", List.of("Red Cross", "IOM")));
		assertThat(partners.list("typed")).isEqualTo(partners.list("kept"));
		assertThat(partners.text("kept")).isEqualTo("Red Cross\nIOM");
	}

	@Test
	void a_change_makes_new_answers_and_leaves_the_old_ones() {
		Answers changed = answers.with("where.country", "PE").with("title", null);
		assertThat(changed.asMap()).containsEntry("where", Map.of("city", "Lima", "country", "PE"))
			.doesNotContainKey("title");
		assertThat(answers.text("where.country")).isEmpty();
		assertThat(changed.without("where.city").without("where.country").keys()).doesNotContain("where");
		assertThat(changed.difference(answers)).containsExactlyInAnyOrder("where", "title");
		assertThatThrownBy(() -> answers.asMap().put("title", "x")).isInstanceOf(UnsupportedOperationException.class);
	}

	@Test
	void a_number_in_a_path_is_a_row() {
		Answers rows = Answers.empty().with("people.1.name", "Luz").with("people.0.name", "Ana");
		assertThat(rows.value("people")).contains(List.of(Map.of("name", "Ana"), Map.of("name", "Luz")));
		assertThat(rows.text("people.1.name")).isEqualTo("Luz");
		assertThat(rows.value("people.2.name")).isEmpty();
		assertThat(rows.without("people.0.name").value("people")).contains(List.of(Map.of(), Map.of("name", "Luz")));
		assertThat(rows.without("people.7.name")).isEqualTo(rows);
		assertThat(Answers.empty().without("people.7.name")).isEqualTo(Answers.empty());
		assertThat(rows.with("people", List.of()).toJson()).isEqualTo("{\"people\":[]}");
		assertThat(Answers.of(Map.of("list", "no list")).with("list.0.a", "x").value("list.0.a")).contains("x");
	}

	@Test
	void one_number_is_one_answer_however_it_is_written() {
		assertThat(Answers.fromJson("{\"n\":1.50}")).isEqualTo(Answers.of(Map.of("n", new BigDecimal("1.5"))));
		assertThat(Answers.fromJson("{\"n\":1E+2}").toJson()).isEqualTo("{\"n\":100}");
		assertThat(Answers.fromJson("{\"n\":null}")).isEqualTo(Answers.empty());
	}

	@Test
	void a_number_that_would_fill_the_memory_is_refused() {
		assertThatThrownBy(() -> Answers.fromJson("{\"n\":1E999999}")).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void what_is_not_json_is_a_mistake_in_the_code() {
		Map<String, LocalDate> date = Map.of("start", LocalDate.EPOCH);
		assertThatThrownBy(() -> Answers.of(date)).hasMessageContaining("java.time.LocalDate");
		assertThatThrownBy(() -> Answers.fromJson("[]")).hasMessageContaining("JSON object");
	}

	@Test
	void logs_learn_the_questions_and_not_the_answers() {
		assertThat(answers.toString()).contains("title").doesNotContain("abierta");
	}

}
