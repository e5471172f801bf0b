package org.calltolocalaction.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calltolocalaction.vocabulary.NumberedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedCodesTests {

	@ParameterizedTest
	@CsvSource({ "GCM 15,#gcm15", "gcm15,#gcm15", "GCM-15,#gcm15", "GCM 07,#gcm7", "PMM n° 7,#gcm7", "PMM núm. 7,#gcm7",
			"PMM n.º 7,#gcm7", "GCM objective 7,#gcm7", "objective 7 of the GCM,#gcm7", "objetivo 7 del PMM,#gcm7",
			"Pacto Mundial para la Migración 7,#gcm7", "PMR 2,#gcr2", "GCR-2,#gcr2",
			"objectif 2 du Pacte mondial sur les réfugiés,#gcr2", "SDG 4,#sdg4", "ODS4,#sdg4", "odd-04,#sdg4",
			"SDG: 4,#sdg4", "Goal 4,#sdg4", "Sustainable Development Goal 4,#sdg4",
			"Objectif de développement durable n° 4,#sdg4", "objective 15,#objective15", "Objetivo 15,#objective15",
			"OBJECTIF 15,#objective15", "priority 2,#priority2", "objectif prioritaire 2,#priority2" })
	void one_thing_has_one_mark_however_it_is_written(String typed, String mark) {
		assertThat(NumberedCodes.of(typed)).contains(mark);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GCM", "15", "GCM 0", "GCM 150", "goal 2030", "GCM 15 water", "the GCM 15", "magcm 15",
			"objective", "sdg x 4", "GCM 15a" })
	void anything_else_has_none(String typed) {
		assertThat(NumberedCodes.of(typed)).isEmpty();
	}

	@Test
	void a_text_has_the_marks_of_all_that_it_names() {
		assertThat(NumberedCodes.in("It serves SDGs 3, 4 and 11, objective 15 of the GCM and ODS 5; since 2023."))
			.containsExactlyInAnyOrder("#sdg3", "#sdg4", "#sdg11", "#sdg5", "#gcm15", "#objective15");
		assertThat(NumberedCodes.in("In 15 districts, by 2030")).isEmpty();
	}

	@Test
	void what_carries_a_code_has_its_marks_and_its_letters() {
		assertThat(NumberedCodes.marksOf("GCM-07")).containsExactly("#gcm7", "#objective7");
		assertThat(NumberedCodes.marksOf("SDG-10")).containsExactly("#sdg10");
		assertThat(NumberedCodes.marksOf("P3")).containsExactly("#priority3");
		assertThat(NumberedCodes.marksOf("WOMEN")).isEmpty();
		assertThat(NumberedCodes.lettersOf("SDG-04")).isEqualTo(List.of("sdg", "ods", "odd"));
	}

	@Test
	void what_is_shown_before_a_number_is_looked_for_by_it() {
		assertThat(NumberedList.all()).flatExtracting(list -> list.names().toList()).contains("GCM", "PMM", "Priorité");
		assertThat(NumberedList.all()).allSatisfy(list -> assertThat(list.names())
			.allSatisfy(name -> assertThat(NumberedCodes.of(name + " 7: ")).contains("#" + list.mark() + "7")));
	}

	@Test
	void a_name_and_its_number_are_one_word_of_a_search_that_knows_them() {
		SearchSyntax syntax = SearchSyntax.withNumberedCodes(List.of(SearchKey.ofNumbers("round")));

		assertThat(syntax.read("water GCM 15 -SDG 4 OR ODS 5").all()).hasSize(3);
		assertThat(syntax.read("SDG: 4").mistakes()).isEmpty();
		assertThat(syntax.read("round:4").all()).hasSize(1);
		assertThat(syntax.read("GCM -15").all()).hasSize(2);
		assertThat(new SearchSyntax(List.of()).read("GCM 15").all()).hasSize(2);
	}

}
