package org.calltolocalaction.coordination.lists;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds part of what a government is called among the names, of which there are far fewer
 * than lines. A part of many names is looked for in the lines themselves: the list comes
 * upon it soon.
 */
@Component
class GovernmentsNamed {

	private static final int FEW = 500;

	/** From the beginning of a word. */
	private static final String NAMED = "(' ' || government_order) like '% ' || ? || '%'";

	/**
	 * The same of a few lines, past the index in which all of them would be looked for.
	 */
	private static final String STILL_NAMED = "government_id = any (?) and strpos(' ' || government_order, ' ' || ?) > 0";

	private final JdbcClient jdbc;

	GovernmentsNamed(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Empty where nothing is left of what was typed. */
	Optional<SqlCondition> of(String typed) {
		String words = SearchableText.typed(typed);
		return words.isEmpty() ? Optional.empty() : Optional.of(named(words));
	}

	private SqlCondition named(String words) {
		List<UUID> governments = jdbc
			.sql("select distinct government from coordination_name where %s limit %d".formatted(NAMED, FEW + 1))
			.param(words)
			.query(UUID.class)
			.list();
		return governments.size() > FEW ? SqlCondition.of(NAMED, words)
				: SqlCondition.of(STILL_NAMED, governments.toArray(UUID[]::new), words);
	}

}
