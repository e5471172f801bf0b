package org.calltolocalaction.coordination.lists;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SqlCondition;
import org.calltolocalaction.search.WordBeginnings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds words in the lines. What was typed is brought into the shape of the index by a
 * question of its own: as a constant of the next one the database knows how many lines it
 * is about to find.
 */
@Component
class WordsOfLines {

	private static final String BEGINNINGS = "select coalesce(%s::text, '')".formatted(SearchableText.QUERY_IN_SQL);

	/**
	 * The pairs first, by which the index knows the lines; a phrase of one word has none.
	 */
	private static final String PHRASE = """
			select phraseto_tsquery('simple', words)::text as phrase,
			array_to_string(array(select quote_literal(pair) from unnest(tsvector_to_array(
			coordination_pairs(to_tsvector('simple', words)))) as pair), ' & ') as pairs from (select %s as words) as typed"""
		.formatted(SearchableText.PLAIN_IN_SQL);

	private final WordBeginnings words;

	private final JdbcClient jdbc;

	WordsOfLines(JdbcClient jdbc) {
		this.words = new WordBeginnings(jdbc, "coordination_word", "coordination_pledge");
		this.jdbc = jdbc;
	}

	/** Remembers the words of lines that were written. */
	void learn(Collection<PledgeReference> written) {
		words.learn(SqlCondition.of("reference = any (?)",
				(Object) written.stream().map(PledgeReference::value).toArray(String[]::new)));
	}

	/**
	 * Each is a word of the line, or the beginning of one; empty where none is a word.
	 */
	Optional<SqlCondition> beginnings(String typed) {
		String asked = SearchableText.typed(typed);
		return asked.isEmpty() ? Optional.empty() : Optional.of(found(asked.contains(" ")
				? jdbc.sql(BEGINNINGS).param(asked).query(String.class).single() : words.query(asked, false)));
	}

	/** They stand one after the other. */
	Optional<SqlCondition> phrase(String typed) {
		String asked = SearchableText.typed(typed);
		return asked.isEmpty() ? Optional.empty() : jdbc.sql(PHRASE).param(asked).query((row, number) -> {
			SqlCondition phrase = found(row.getString("phrase"));
			String pairs = row.getString("pairs");
			return pairs.isEmpty() ? phrase
					: SqlCondition.all(List.of(SqlCondition.of("pairs @@ ?::tsquery", pairs), phrase));
		}).optional();
	}

	/** Nothing is found by what the dictionary of accents leaves no word of. */
	private static SqlCondition found(String query) {
		return query.isEmpty() ? SqlCondition.of("false") : SqlCondition.of("search @@ ?::tsquery", query);
	}

}
