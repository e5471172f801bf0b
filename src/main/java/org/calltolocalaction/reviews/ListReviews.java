package org.calltolocalaction.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer looks through the work of their partner: what there is, page by page, and how much of it. */
@Service
@Transactional(readOnly = true)
public class ListReviews {

	private static final SearchQuery EVERYTHING = new SearchQuery(List.of(), List.of());

	private static final String COLUMNS = """
			reference, revision, state, title, title_order, government, government_order, country, language, round, due_at,
			opened_at, taken_by, completed_by, completed_at, recommendation""";

	private final WorklistConditions conditions;

	private final JdbcClient jdbc;

	ListReviews(WorklistConditions conditions, JdbcClient jdbc) {
		this.conditions = conditions;
		this.jdbc = jdbc;
	}

	/** @param page from 1; beyond the last one it is the last one */
	public WorklistPage page(WorklistTab tab, SearchQuery query, WorklistOrder order, int page, Person reviewer) {
		Condition condition = conditions.of(tab, query, reviewer);
		WorklistCount found = count(condition);
		int number = Math.min(Math.max(page, 1), WorklistPage.pages(found));
		return new WorklistPage(lines(condition, tab.order(order), number), found, number);
	}

	/** How much each tab holds, whatever is searched. */
	public Map<WorklistTab, WorklistCount> counts(Person reviewer) {
		Map<WorklistTab, WorklistCount> counts = new EnumMap<>(WorklistTab.class);
		for (WorklistTab tab : WorklistTab.values()) {
			counts.put(tab, count(conditions.of(tab, EVERYTHING, reviewer)));
		}
		return counts;
	}

	private WorklistCount count(Condition condition) {
		return WorklistCount.of(jdbc
			.sql("select count(*) from (select 1 from review where %s limit %d) as counted".formatted(condition.sql(),
					WorklistCount.COUNTED + 1))
			.params(condition.parameters())
			.query(Integer.class)
			.single());
	}

	private List<WorklistLine> lines(Condition condition, WorklistOrder order, int page) {
		return jdbc
			.sql("""
					select listed.*, progress.answered, progress.asked
					from (select %5$s from review where %1$s order by %2$s limit %3$d offset %4$d) as listed
					cross join lateral (select count(*) filter (where state = 'COMPLETED') as answered, count(*) as asked
					from review where reference = listed.reference and revision = listed.revision
					and state <> 'CANCELLED') as progress
					order by %2$s""".formatted(condition.sql(), order.columns(), WorklistPage.SIZE,
					(page - 1) * WorklistPage.SIZE, COLUMNS))
			.params(condition.parameters())
			.query(ListReviews::line)
			.list();
	}

	private static WorklistLine line(ResultSet row, int number) throws SQLException {
		return new WorklistLine(new PledgeReference(row.getString("reference")),
				ReviewState.valueOf(row.getString("state")), row.getString("title"), row.getString("government"),
				row.getString("country"), row.getString("language"), row.getInt("round"), instant(row, "due_at").orElseThrow(),
				instant(row, "opened_at").orElseThrow(), holder(row), instant(row, "completed_at"),
				Optional.ofNullable(row.getString("recommendation")).map(Recommendation::valueOf), row.getInt("answered"),
				row.getInt("asked"));
	}

	private static Optional<AccountId> holder(ResultSet row) throws SQLException {
		UUID completed = row.getObject("completed_by", UUID.class);
		UUID taken = row.getObject("taken_by", UUID.class);
		return Optional.ofNullable(completed != null ? completed : taken).map(AccountId::new);
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
