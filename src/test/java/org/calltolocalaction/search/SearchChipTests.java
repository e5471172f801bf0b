package org.calltolocalaction.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search, taken apart so that each part can be taken out. */
class SearchChipTests {

	@Test
	void each_word_condition_and_phrase_is_a_part_and_leads_to_the_search_without_it() {
		assertThat(parts("school  country:AR \"welcome desk\"")).containsExactly(
				"school -> country:AR \"welcome desk\"", "country:AR -> school \"welcome desk\"",
				"\"welcome desk\" -> school  country:AR");
	}

	@Test
	void all_between_which_one_may_choose_is_one_part() {
		assertThat(parts("a OR b OR c -d")).containsExactly("a OR b OR c -> -d", "-d -> a OR b OR c");
	}

	@ParameterizedTest
	@CsvSource({ "OR a,OR a", "a OR,a OR", "\"a b,\"a b", "OR,OR" })
	void what_was_not_understood_can_be_taken_out_like_anything_else(String typed, String part) {
		assertThat(parts(typed)).containsExactly(part + " -> ");
	}

	@Test
	void nothing_has_no_parts() {
		assertThat(parts("  ")).isEmpty();
	}

	private static List<String> parts(String typed) {
		return SearchChip.in(typed, left -> left).stream().map(chip -> chip.typed() + " -> " + chip.link()).toList();
	}

}
