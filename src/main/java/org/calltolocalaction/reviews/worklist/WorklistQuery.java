package org.calltolocalaction.reviews.worklist;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Recommendation;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the worklist from the rows of the reviews, in as few questions as the database
 * answers fast. Their plans are kept in docs/worklist-plans.md.
 */
@Component
class WorklistQuery {

	private static final String COLUMNS = """
			reference, revision, state, title, title_order, government, government_order, country, section, language,
			objectives, round, due_at, opened_at, taken_by, offered_to, completed_by, completed_at, recommendation""";

	private static final String COUNT = "(select count(*)::integer from (select 1 from review where %s limit "
			+ (WorklistCount.COUNTED + 1) + ") as counted)";

	/** What a tab holds is counted and read where its index says. */
	private static final String BROWSED = """
			select %1$s, %5$d as found from review where %2$s order by %3$s limit %6$d offset %4$d""";

	/**
	 * What is searched is found once, to the end of what is counted, and the page is cut
	 * out of it.
	 */
	private static final String FOUND = """
			with found as materialized (select id, reference, due_at, opened_at, government_order, title_order, completed_at
			from review where %2$s order by %3$s limit %5$d + 1),
			counted as (select count(*)::integer as number from found)
			select %1$s, counted.number as found from counted cross join (select id from found order by %3$s limit %6$d
			offset (select least(%4$d, greatest(least(number, %5$d) - 1, 0) / %6$d * %6$d) from counted)) as page
			join review using (id)""";

	private static final String LINES = """
			select listed.*, progress.answered, progress.asked from (%s) as listed
			cross join lateral (select count(*) filter (where state = 'COMPLETED') as answered, count(*) as asked
			from review where reference = listed.reference and revision = listed.revision
			and state not in ('CANCELLED', 'RELEASED')) as progress
			order by %s""";

	private final JdbcClient jdbc;

	WorklistQuery(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All tabs at once. */
	Map<WorklistTab, WorklistCount> counts(Map<WorklistTab, SqlCondition> held) {
		List<Object> parameters = new ArrayList<>();
		held.values().forEach(condition -> parameters.addAll(condition.parameters()));
		String counts = held.values()
			.stream()
			.map(condition -> COUNT.formatted(condition.sql()))
			.collect(Collectors.joining(", ", "select ", ""));
		return jdbc.sql(counts).params(parameters).query((row, number) -> {
			Map<WorklistTab, WorklistCount> counted = new EnumMap<>(WorklistTab.class);
			for (WorklistTab tab : held.keySet()) {
				counted.put(tab, WorklistCount.of(row.getInt(counted.size() + 1)));
			}
			return counted;
		}).single();
	}

	/** A page of what a tab holds. */
	WorklistPage browsed(SqlCondition condition, WorklistOrder order, int page) {
		int counted = jdbc.sql("select " + COUNT.formatted(condition.sql()))
			.params(condition.parameters())
			.query(Integer.class)
			.single();
		return page(BROWSED, condition, order, Math.min(page, WorklistPage.pages(WorklistCount.of(counted))), counted);
	}

	/** A page of what a search finds. */
	WorklistPage found(SqlCondition condition, WorklistOrder order, int page) {
		return page(FOUND, condition, order, page, WorklistCount.COUNTED);
	}

	/** A line, and how many there are on all pages together. */
	private record Row(WorklistRow line, int found) {
	}

	private WorklistPage page(String query, SqlCondition condition, WorklistOrder order, int page, int counted) {
		String listed = query.formatted(COLUMNS, condition.sql(), order.columns(),
				(Math.max(page, 1) - 1) * WorklistPage.SIZE, counted, WorklistPage.SIZE);
		List<Row> rows = jdbc.sql(LINES.formatted(listed, order.columns()))
			.params(condition.parameters())
			.query((row, number) -> new Row(line(row), row.getInt("found")))
			.list();
		WorklistCount found = WorklistCount.of(rows.isEmpty() ? 0 : rows.get(0).found());
		return new WorklistPage(rows.stream().map(Row::line).toList(), found,
				Math.min(Math.max(page, 1), WorklistPage.pages(found)));
	}

	private static WorklistRow line(ResultSet row) throws SQLException {
		return new WorklistRow(new PledgeReference(row.getString("reference")),
				ReviewState.valueOf(row.getString("state")), row.getString("title"), row.getString("government"),
				row.getString("country"), row.getString("section"), row.getString("language"),
				codes(row.getArray("objectives")), row.getInt("round"), instant(row, "due_at").orElseThrow(),
				instant(row, "opened_at").orElseThrow(), holder(row),
				Optional.ofNullable(row.getObject("offered_to", UUID.class)).map(AccountId::new),
				instant(row, "completed_at"),
				Optional.ofNullable(row.getString("recommendation")).map(Recommendation::valueOf),
				row.getInt("answered"), row.getInt("asked"));
	}

	private static List<String> codes(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
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
