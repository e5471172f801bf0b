package org.calltolocalaction.pledges;

import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.kernel.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was last submitted of each pledge in a shape in which ten thousand of them are compared at once. */
@Component
class SubmittedWords {

	private final JdbcClient jdbc;

	SubmittedWords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Of a pledge whose row stands in the database already. */
	void keep(Pledge pledge, Answers submitted) {
		String title = submitted.text("title");
		jdbc.sql("""
				insert into submitted_words (reference, government_id, title, plain_title, words)
				values (?, ?, ?, ?, to_tsvector('simple', ?))
				on conflict (reference) do update set title = excluded.title, plain_title = excluded.plain_title,
				words = excluded.words""")
			.params(pledge.reference().value(), pledge.government().value(), title, plain(title),
					plain(title + " " + submitted.text("summary")))
			.update();
	}

	private static String plain(String text) {
		return SearchWords.of(text);
	}

}
