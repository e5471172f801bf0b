package org.calltolocalaction.reviews.worklist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that a search of the worklist finds, on every page of it, for who wants to act on
 * all at once.
 */
@Component
public class FoundReviews {

	private final WorklistConditions conditions;

	private final JdbcClient jdbc;

	FoundReviews(WorklistConditions conditions, JdbcClient jdbc) {
		this.conditions = conditions;
		this.jdbc = jdbc;
	}

	/**
	 * One of them.
	 *
	 * @param holder who has it now
	 */
	public record Found(PledgeReference reference, Optional<AccountId> holder) {
	}

	/** The first due of them, so many at most. */
	@Transactional(readOnly = true)
	public List<Found> all(WorklistTab tab, SearchQuery query, int most, Person reviewer) {
		SqlCondition condition = conditions.of(tab, query, reviewer);
		return jdbc
			.sql("select reference, taken_by from review where %s order by due_at, reference limit %d"
				.formatted(condition.sql(), most))
			.params(condition.parameters())
			.query((row, number) -> new Found(new PledgeReference(row.getString("reference")),
					Optional.ofNullable(row.getObject("taken_by", UUID.class)).map(AccountId::new)))
			.list();
	}

}
