package org.calltolocalaction.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list that is not as its first line says stops the start, and says which it is. */
class VocabularyFileTests {

	@Test
	void values_are_read_without_their_quotes_and_the_spaces_around_them() {
		assertThat(VocabularyFile.rows("test-quoted.csv"))
			.containsExactly(Map.of("code", "A", "en", "Ann said \"no\", twice"), Map.of("code", "B", "en", "bee"));
	}

	@Test
	void a_row_that_is_too_short_stops_the_start() {
		assertThatThrownBy(() -> VocabularyFile.rows("test-short-row.csv")).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("vocabulary/test-short-row.csv");
	}

	@Test
	void a_list_without_rows_stops_the_start() {
		assertThatThrownBy(() -> VocabularyFile.rows("test-no-rows.csv")).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("is empty");
	}

	@Test
	void a_list_that_is_missing_stops_the_start() {
		assertThatThrownBy(() -> VocabularyFile.rows("no-such-list.csv")).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("vocabulary/no-such-list.csv");
	}

}
