package org.calltolocalaction.reviews.worklist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.WorklistTab;
import org.calltolocalaction.reviews.team.ReviewsInBulk;
import org.calltolocalaction.reviews.team.ReviewsInBulk.Chosen;
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
	 * The first due of them, up to {@link ReviewsInBulk#AT_MOST}, with who has each now.
	 */
	@Transactional(readOnly = true)
	public List<Chosen> all(WorklistTab tab, SearchQuery query, Person reviewer) {
		SqlCondition condition = conditions.of(tab, query, reviewer);
		return jdbc
			.sql("select reference, taken_by from review where %s order by due_at, reference limit %d"
				.formatted(condition.sql(), ReviewsInBulk.AT_MOST))
			.params(condition.parameters())
			.query((row, number) -> new Chosen(new PledgeReference(row.getString("reference")),
					Optional.ofNullable(row.getObject("taken_by", UUID.class)).map(AccountId::new)))
			.list();
	}

}
