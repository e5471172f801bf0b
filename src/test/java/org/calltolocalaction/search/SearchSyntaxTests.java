package org.calltolocalaction.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.calltolocalaction.search.SearchCriterion.Amount;
import org.calltolocalaction.search.SearchCriterion.Code;
import org.calltolocalaction.search.SearchCriterion.Day;
import org.calltolocalaction.search.SearchCriterion.Text;
import org.calltolocalaction.search.SearchKey.Value;
import org.calltolocalaction.search.SearchMistake.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSyntaxTests {

	private static final SearchSyntax SYNTAX = new SearchSyntax(
			List.of(SearchKey.ofCodes("country", List.of(value("AR", "Argentina"), value("CL", "Chile", "Chili"))),
					SearchKey.ofCodes("objective", List.of(value("GCM-01"), value("GCM-15"))),
					SearchKey.ofCodes("language", List.of(value("en"), value("es", "Español"))),
					SearchKey.ofCodes("reviewer", List.of(value("me"), value("none"), value("Ana Pérez"))),
					SearchKey.ofDays("due", List.of(value("overdue"))), SearchKey.ofNumbers("round")));

	@Test
	void words_have_to_be_there_together() {
		assertThat(read("water  school").all()).containsExactly(choice(word("water")), choice(word("school")));
		assertThat(read("   ").all()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"clean water\"", "“clean water”", "« clean water »", "„clean water“" })
	void quotes_of_any_language_make_a_phrase(String typed) {
		assertThat(read(typed).all()).containsExactly(choice(term(new Text("clean water", true))));
	}

	@Test
	void a_quote_that_is_never_closed_goes_to_the_end() {
		assertThat(read("desk \"clean water").all()).containsExactly(choice(word("desk")),
				choice(term(new Text("clean water", true))));
	}

	@Test
	void a_hyphen_before_a_word_leaves_it_out_and_one_inside_does_not() {
		assertThat(read("-water co-operation -country:AR").all()).containsExactly(
				choice(new SearchTerm(new Text("water", false), true)), choice(word("co-operation")),
				choice(new SearchTerm(new Code("country", "AR"), true)));
	}

	@Test
	void or_joins_the_two_beside_it_and_binds_closer_than_a_space() {
		assertThat(read("country:AR OR country:CL OR water school").all()).containsExactly(
				choice(code("country", "AR"), code("country", "CL"), word("water")), choice(word("school")));
		assertThat(read("water or school").all()).hasSize(3);
	}

	@Test
	void keys_and_codes_are_known_whatever_the_capitals() {
		assertThat(read("COUNTRY:ar Objective:gcm-15").all()).containsExactly(choice(code("country", "AR")),
				choice(code("objective", "GCM-15")));
	}

	@Test
	void a_value_with_spaces_stands_in_quotes() {
		assertThat(read("reviewer:\"ana pérez\" x").all()).containsExactly(choice(code("reviewer", "Ana Pérez")),
				choice(word("x")));
	}

	@ParameterizedTest
	@CsvSource({ "due:2027-09-20,EQUAL", "due:=2027-09-20,EQUAL", "due:<2027-09-20,LESS", "due:<=2027-09-20,AT_MOST",
			"due:>2027-09-20,MORE", "due:>=2027-09-20,AT_LEAST", "due:20/09/2027,EQUAL", "due:<20.9.27,LESS",
			"due:20-sep-2027,EQUAL", "due:>\"20 de septiembre de 2027\",MORE" })
	void days_are_compared_however_they_are_written(String typed, Comparison comparison) {
		assertThat(read(typed).all())
			.containsExactly(choice(term(new Day("due", comparison, LocalDate.of(2027, 9, 20)))));
	}

	@Test
	void numbers_are_compared_and_days_have_words() {
		assertThat(read("round:2 round:>1 due:OVERDUE").all()).containsExactly(
				choice(term(new Amount("round", Comparison.EQUAL, 2))),
				choice(term(new Amount("round", Comparison.MORE, 1))), choice(code("due", "overdue")));
	}

	@ParameterizedTest
	@CsvSource({ "contry:AR,UNKNOWN_KEY,country:AR", "lang:es,UNKNOWN_KEY,language:es", "colour:red,UNKNOWN_KEY,",
			"country:Argentina,UNKNOWN_VALUE,country:AR", "country:chily,UNKNOWN_VALUE,country:CL",
			"-country:Argentinien,UNKNOWN_VALUE,-country:AR", "country:XX,UNKNOWN_VALUE,",
			"objective:GCM-1,UNKNOWN_VALUE,objective:GCM-01", "objective:15,UNKNOWN_VALUE,objective:GCM-15",
			"language:espanol,UNKNOWN_VALUE,language:es", "reviewer:ana,UNKNOWN_VALUE,'reviewer:\"Ana Pérez\"'",
			"country:<AR,NOT_COMPARABLE,country:AR", "country:,VALUE_MISSING,", "due:2027-02-30,NO_DAY,",
			"due:31/09/2027,NO_DAY,", "due:overdo,NO_DAY,due:overdue", "round:two,NO_NUMBER,", "round:99999,NO_NUMBER,",
			"OR,NOTHING_TO_CHOOSE," })
	void a_mistake_names_the_word_and_proposes_the_nearest_right_one(String typed, Reason reason, String proposal) {
		SearchQuery query = read(typed);

		assertThat(query.all()).isEmpty();
		assertThat(query.mistakes()).singleElement().satisfies(mistake -> {
			assertThat(mistake.word()).isEqualTo(typed);
			assertThat(mistake.reason()).isEqualTo(reason);
			assertThat(mistake.proposal().orElse(null)).isEqualTo(proposal);
		});
	}

	@Test
	void a_mistake_is_left_out_and_the_rest_is_searched() {
		SearchQuery query = read("water contry:AR OR school");

		assertThat(query.all()).containsExactly(choice(word("water")), choice(word("school")));
		assertThat(query.mistakes()).hasSize(1);
		assertThat(query.mistakes().get(0).corrected("water contry:AR OR school"))
			.contains("water country:AR OR school");
	}

	@Test
	void an_or_without_a_word_on_each_side_is_a_mistake() {
		assertThat(read("OR water").mistakes()).extracting(SearchMistake::at).containsExactly(0);
		assertThat(read("water OR").mistakes()).extracting(SearchMistake::at).containsExactly(6);
		assertThat(read("water OR OR school").mistakes()).extracting(SearchMistake::at).containsExactly(9);
	}

	@Test
	void what_is_no_word_asks_nothing() {
		assertThat(read("! - -- : \"\" \" \" '").all()).isEmpty();
		assertThat(read("! - -- : \"\" \" \" '").mistakes()).isEmpty();
	}

	@Test
	void an_address_in_quotes_is_text() {
		assertThat(read("\"https://example.org\"").all()).hasSize(1);
		assertThat(read("https://example.org").mistakes()).extracting(SearchMistake::reason)
			.containsExactly(Reason.UNKNOWN_KEY);
	}

	@Test
	void a_search_has_an_end() {
		String many = IntStream.range(0, 25).mapToObj(number -> "w" + number).collect(Collectors.joining(" "));

		assertThat(read(many).all()).hasSize(SearchSyntax.MOST_TERMS);
		assertThat(read(many).mistakes()).extracting(SearchMistake::reason).containsOnly(Reason.TOO_MANY).hasSize(5);
		assertThat(read("x".repeat(5000)).all()).containsExactly(choice(word("x".repeat(SearchSyntax.LONGEST))));
	}

	private static SearchQuery read(String typed) {
		return SYNTAX.read(typed);
	}

	private static Value value(String code, String... labels) {
		return new Value(code, List.of(labels));
	}

	private static Choice choice(SearchTerm... any) {
		return new Choice(List.of(any));
	}

	private static SearchTerm word(String word) {
		return term(new Text(word, false));
	}

	private static SearchTerm code(String key, String code) {
		return term(new Code(key, code));
	}

	private static SearchTerm term(SearchCriterion criterion) {
		return new SearchTerm(criterion, false);
	}

}
