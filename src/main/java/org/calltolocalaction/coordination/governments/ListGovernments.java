package org.calltolocalaction.coordination.governments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.coordination.lists.ListPledges;
import org.calltolocalaction.coordination.lists.Listed;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.search.SearchCriterion;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.calltolocalaction.search.VocabularyKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds governments page by page, or all of them in batches. What was merged into another
 * one is found by that one only.
 */
@Service
@Transactional(readOnly = true)
public class ListGovernments {

	/** How many lines of a file are read at once. */
	public static final int BATCH = 500;

	private static final String FROM = """
			from (select listed.*, coalesce(kept.submitted, 0) as submitted, coalesce(kept.drafts, 0) as drafts
			from government_listed listed left join coordination_pledges_of kept on kept.government = listed.id)
			as listed where %s""";

	private final ListPledges pledges;

	private final JdbcClient jdbc;

	ListGovernments(ListPledges pledges, JdbcClient jdbc) {
		this.pledges = pledges;
		this.jdbc = jdbc;
	}

	/**
	 * @param page from 1; beyond the last one it is the last one
	 */
	public Listed<GovernmentLine> page(SearchQuery query, GovernmentOrder order, int page, Person by) {
		by.requireOversight();
		pledges.catchUp();
		SqlCondition condition = condition(query);
		int counted = jdbc
			.sql("select count(*) from (select 1 " + FROM.formatted(condition.sql()) + " limit " + (Listed.COUNTED + 1)
					+ ") as counted")
			.params(condition.parameters())
			.query(Integer.class)
			.single();
		int found = Math.min(counted, Listed.COUNTED);
		int shown = Math.min(Math.max(page, 1), Listed.pages(found));
		List<GovernmentLine> lines = jdbc
			.sql("select * " + FROM.formatted(condition.sql()) + " order by " + order.columns() + " limit "
					+ Math.min(Listed.SIZE, found - (shown - 1) * Listed.SIZE) + " offset " + (shown - 1) * Listed.SIZE)
			.params(condition.parameters())
			.query(ListGovernments::line)
			.list();
		return new Listed<>(lines, shown, found, counted > found);
	}

	/**
	 * The next of all that is found, in the order of their ids.
	 * @param after the last of those before; none at the beginning
	 * @return less than {@link #BATCH} where no more comes
	 */
	public List<GovernmentLine> next(SearchQuery query, Optional<GovernmentId> after, Person by) {
		by.requireOversight();
		pledges.catchUp();
		SqlCondition condition = condition(query);
		List<Object> parameters = new ArrayList<>(condition.parameters());
		parameters.add(after.map(GovernmentId::value).orElse(new UUID(0, 0)));
		return jdbc.sql("select * " + FROM.formatted(condition.sql()) + " and id > ? order by id limit " + BATCH)
			.params(parameters)
			.query(ListGovernments::line)
			.list();
	}

	private static SqlCondition condition(SearchQuery query) {
		List<SqlCondition> conditions = new ArrayList<>(List.of(SqlCondition.of("true")));
		query.all().forEach(choice -> choice.condition(ListGovernments::of).ifPresent(conditions::add));
		return SqlCondition.all(conditions);
	}

	private static Optional<SqlCondition> of(SearchCriterion criterion) {
		if (criterion instanceof SearchCriterion.Text text) {
			String words = Text.comparable(text.words());
			return words.isEmpty() ? Optional.empty()
					: Optional.of(SqlCondition.of("folded_name like '%' || ? || '%'", words));
		}
		if (criterion instanceof SearchCriterion.Day day) {
			return Optional.of(SqlCondition
				.of("(registered_at at time zone 'Etc/GMT+12')::date " + day.comparison().symbol() + " ?", day.day()));
		}
		if (criterion instanceof SearchCriterion.Amount amount) {
			return Optional.of(SqlCondition.of(counted(amount.key()) + " " + amount.comparison().symbol() + " ?",
					amount.number()));
		}
		SearchCriterion.Code code = (SearchCriterion.Code) criterion;
		return Optional.of(of(code.key(), code.code()));
	}

	private static SqlCondition of(String key, String code) {
		return switch (key) {
			case VocabularyKeys.COUNTRY -> SqlCondition.of("country = ?", code);
			case VocabularyKeys.SECTION -> SqlCondition.of("region = ?", code);
			case GovernmentKeys.TYPE -> SqlCondition.of("type = ?", code);
			case GovernmentKeys.STANDING -> SqlCondition.of("standing = upper(?)", code);
			case GovernmentKeys.ENDORSED ->
				SqlCondition.of("endorsed_on is " + (code.equals(GovernmentKeys.YES) ? "not null" : "null"));
			case GovernmentKeys.STATE ->
				SqlCondition.of("closed_at is " + (code.equals(GovernmentKeys.CLOSED) ? "not null" : "null"));
			default -> throw new IllegalArgumentException("The list has no key '" + key + "'");
		};
	}

	private static String counted(String key) {
		return switch (key) {
			case GovernmentKeys.MEMBERS -> "members";
			case GovernmentKeys.DRAFTS -> "drafts";
			case GovernmentKeys.PLEDGES -> "submitted";
			default -> throw new IllegalArgumentException("Nothing is counted by the key '" + key + "'");
		};
	}

	private static GovernmentLine line(ResultSet row, int number) throws SQLException {
		return new GovernmentLine(new GovernmentId(row.getObject("id", UUID.class)), row.getString("name"),
				row.getString("type"), row.getString("country"), row.getString("region"),
				GovernmentStanding.valueOf(row.getString("standing")),
				Optional.ofNullable(row.getObject("endorsed_on", LocalDate.class)), row.getInt("members"),
				row.getInt("submitted"), row.getInt("drafts"),
				row.getObject("registered_at", OffsetDateTime.class).toInstant(), row.getObject("closed_at") != null);
	}

}
