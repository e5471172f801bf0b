package org.calltolocalaction.reviews;

import java.util.UUID;
import org.calltolocalaction.search.SqlCondition;
import org.calltolocalaction.search.WordBeginnings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words of the worklist's lines. */
@Component
public class WorklistWords {

	private final WordBeginnings words;

	WorklistWords(JdbcClient jdbc) {
		this.words = new WordBeginnings(jdbc, "review_word", "review");
	}

	void learn(UUID review) {
		words.learn(SqlCondition.of("id = ?", review));
	}

	/**
	 * What has to be found for words that were typed.
	 * @see WordBeginnings#query(String, boolean)
	 */
	public String query(String typed, boolean phrase) {
		return words.query(typed, phrase);
	}

}
