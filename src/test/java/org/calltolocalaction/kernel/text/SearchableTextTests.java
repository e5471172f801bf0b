package org.calltolocalaction.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.calltolocalaction.testing.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands in the index and what is looked for are brought into one shape, by Java and
 * by the database.
 */
@DeskTest
class SearchableTextTests {

	private static final String INDEXED = "to_tsvector('simple', %s)".formatted(SearchableText.PLAIN_IN_SQL);

	@Autowired
	private JdbcClient jdbc;

	@Test
	void every_letter_and_digit_that_is_indexed_is_found_again() {
		List<String> words = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
			.filter(Character::isLetterOrDigit)
			.mapToObj(letter -> SearchableText.of("go" + Character.toString(letter) + "al"))
			.distinct()
			.toList();

		List<String> lost = jdbc
			.sql("select word from unnest(?::text[]) as asked(word) where not %s @@ %s"
				.formatted(INDEXED, SearchableText.QUERY_IN_SQL)
				.replace("(?)", "(asked.word)"))
			.param(words.toArray(String[]::new))
			.query(String.class)
			.list();

		assertThat(words).hasSizeGreaterThan(1_000);
		assertThat(lost).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Tromsø,TROMSO", "Łódź,lodz", "Straße,strasse", "Straße,STRASSE", "Århus,a\u030arhus",
			"Çankırı,CANKIRI", "İzmir,izmir", "Đakovo,dakovo", "ΑΘΗΝΑΣ,αθηνας", "Ёлка,елка", "МОСКВА,москва",
			"Œuvre,oeuvre", "ﬁnance,finance", "Barcelona,Bar\u00adcelona", "New\u00a0York,new york", "x\u000by,x y",
			"№ 5,No 5", "½,1⁄2" })
	void a_word_is_found_however_it_is_written(String indexed, String typed) {
		assertThat(found(indexed, typed)).isTrue();
		assertThat(found(typed, indexed)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Lima,Lame", "Tromsø,Tramso", "Москва,Масква" })
	void another_word_is_not(String indexed, String typed) {
		assertThat(found(indexed, typed)).isFalse();
	}

	private boolean found(String indexed, String typed) {
		return jdbc.sql("select %s @@ %s".formatted(INDEXED, SearchableText.QUERY_IN_SQL))
			.params(SearchableText.of(indexed), SearchableText.typed(typed))
			.query(Boolean.class)
			.single();
	}

}
