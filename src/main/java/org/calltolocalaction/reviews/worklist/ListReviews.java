package org.calltolocalaction.reviews.worklist;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer looks through the work of their partner: what there is, page by page, and
 * how much of it.
 */
@Service
@Transactional(readOnly = true)
public class ListReviews {

	private static final SearchQuery EVERYTHING = new SearchQuery(List.of(), List.of());

	private final WorklistConditions conditions;

	private final WorklistQuery rows;

	ListReviews(WorklistConditions conditions, WorklistQuery rows) {
		this.conditions = conditions;
		this.rows = rows;
	}

	/**
	 * @param page from 1; beyond the last one it is the last one
	 */
	public WorklistPage page(WorklistTab tab, SearchQuery query, WorklistOrder order, int page, Person reviewer) {
		SqlCondition condition = conditions.of(tab, query, reviewer);
		WorklistOrder listed = tab.order(order);
		return query.all().isEmpty() ? rows.browsed(condition, listed, page) : rows.found(condition, listed, page);
	}

	/** How much each tab holds, whatever is searched. */
	public Map<WorklistTab, WorklistCount> counts(Person reviewer) {
		Map<WorklistTab, SqlCondition> held = new EnumMap<>(WorklistTab.class);
		for (WorklistTab tab : WorklistTab.values()) {
			held.put(tab, conditions.of(tab, EVERYTHING, reviewer));
		}
		return rows.counts(held);
	}

}
