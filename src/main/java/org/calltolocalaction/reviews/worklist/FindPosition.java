package org.calltolocalaction.reviews.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out where a reviewer is in the list that they work through, and what comes before
 * and after. The list is that of {@link ListReviews}, as it is now: it shrinks while
 * colleagues work, and a review that was taken or completed leaves it with its reviewer
 * still before it.
 */
@Service
@Transactional(readOnly = true)
public class FindPosition {

	private static final String KEEPS_OUT = """
			coalesce(government_id in (select government_id from interest where account = ? and withdrawn_at is null), false)""";

	private final WorklistConditions conditions;

	private final JdbcClient jdbc;

	FindPosition(WorklistConditions conditions, JdbcClient jdbc) {
		this.conditions = conditions;
		this.jdbc = jdbc;
	}

	/** Nothing where the review stands further back than the list is shown. */
	public Optional<WorklistPosition> of(Review review, WorklistTab tab, SearchQuery query, WorklistOrder order,
			Person reviewer) {
		SqlCondition condition = conditions.of(tab, query, reviewer);
		Object me = reviewer.id().value();
		List<Object> parameters = new ArrayList<>(List.of(me));
		parameters.addAll(condition.parameters());
		parameters.addAll(List.of(review.reference().value(), me, review.id(), review.id()));
		return jdbc
			.sql("""
					with listed as (
						(select id, reference, due_at, opened_at, government_order, title_order, completed_at,
							%4$s as keeps_out from review
						where %1$s and reference <> ? order by %2$s limit %3$d)
						union all
						select id, reference, due_at, opened_at, government_order, title_order, completed_at,
							%4$s as keeps_out from review
						where id = ?),
					placed as (select id, reference, keeps_out, row_number() over steps as number,
						count(*) over () as total, lag(reference) over steps as previous, lead(reference) over steps as next
						from listed window steps as (order by %2$s))
					select number, total, previous, next,
						(select reference from placed other where other.id <> here.id and not other.keeps_out
							order by other.number < here.number, other.number limit 1) as onward,
						(select reference from placed other where other.id <> here.id and not other.keeps_out
							order by other.number limit 1) as first
					from placed here where id = ?"""
				.formatted(condition.sql(), order.columns(), WorklistCount.COUNTED, KEEPS_OUT))
			.params(parameters)
			.query((row, number) -> new WorklistPosition(row.getInt("number"), WorklistCount.of(row.getInt("total")),
					reference(row.getString("previous")), reference(row.getString("next")),
					reference(row.getString("onward")), reference(row.getString("first"))))
			.optional()
			.filter(place -> place.number() <= WorklistCount.COUNTED);
	}

	private static Optional<PledgeReference> reference(String value) {
		return Optional.ofNullable(value).map(PledgeReference::new);
	}

}
