package org.calltolocalaction.coordination.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Recommendation;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds an edition's pledges, and all drafts, page by page or all of them in batches: in
 * questions that the database answers as fast for a hundred thousand as for ten.
 */
@Service
@Transactional(readOnly = true)
public class ListPledges {

	/** How many lines of a file are read at once. */
	public static final int BATCH = 500;

	/** What is due within it is due soon. */
	public static final Duration SOON = Duration.ofDays(7);

	private static final String COUNT = "select count(*) from (select 1 from %s where %s limit " + (Listed.COUNTED + 1)
			+ ") as counted";

	/**
	 * What is asked is known before the plan is made, and every edition begins somewhere
	 * in an index: a plan for whatever may be asked reads all lines for what few meet.
	 */
	private static final String PLANS = """
			select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
			set_config('random_page_cost', '1.1', true)""";

	private static final String COLUMNS = """
			reference, step, state, timeliness, counts_for, government, country, section, title, language, first_submitted_at,
			changed_at, waits_for, waiting_since, due_at, mail_failed""";

	private final PledgeLines lines;

	private final ListConditions conditions;

	private final JdbcClient jdbc;

	ListPledges(PledgeLines lines, ListConditions conditions, JdbcClient jdbc) {
		this.lines = lines;
		this.conditions = conditions;
		this.jdbc = jdbc;
	}

	/**
	 * @param page from 1; beyond the last one it is the last one
	 */
	public Listed<PledgeLine> page(EditionYear edition, SearchQuery query, ListOrder order, int page, Person by) {
		by.requireOversight();
		lines.catchUp();
		planEach();
		SqlCondition condition = conditions.ofPledges(edition.value(), query);
		if (query.all().isEmpty()) {
			return page(condition, order, page, count("coordination_pledge", condition));
		}
		return few(edition, condition, order, page).orElseGet(() -> page(condition, order, page, Listed.COUNTED + 1));
	}

	/**
	 * What is counted to its end is looked up once: only its references, which several
	 * conditions often find without the lines. None where there are more.
	 */
	private Optional<Listed<PledgeLine>> few(EditionYear edition, SqlCondition condition, ListOrder order, int page) {
		String[] found = jdbc
			.sql("select reference from coordination_pledge where %s limit %d".formatted(condition.sql(),
					Listed.COUNTED + 1))
			.params(condition.parameters())
			.query(String.class)
			.list()
			.toArray(String[]::new);
		return found.length > Listed.COUNTED ? Optional.empty()
				: Optional.of(page(SqlCondition.of("edition = ? and reference = any (?)", edition.value(), found),
						order, page, found.length));
	}

	private Listed<PledgeLine> page(SqlCondition condition, ListOrder order, int page, int counted) {
		int found = Math.min(counted, Listed.COUNTED);
		int shown = Math.min(Math.max(page, 1), Listed.pages(found));
		List<PledgeLine> listed = jdbc
			.sql("select %s from coordination_pledge where %s order by %s limit %d offset %d".formatted(COLUMNS,
					condition.sql(), order.columns(), Math.min(Listed.SIZE, found - (shown - 1) * Listed.SIZE),
					(shown - 1) * Listed.SIZE))
			.params(condition.parameters())
			.query(ListPledges::line)
			.list();
		return new Listed<>(withReviews(listed), shown, found, counted > found);
	}

	/** Whatever this transaction has done so far is counted and listed. */
	public void catchUp() {
		lines.catchUp();
	}

	/** How many a figure counts that has this list behind it. */
	public int found(EditionYear edition, SearchQuery query, Person by) {
		by.requireOversight();
		lines.catchUp();
		planEach();
		return Math.min(Listed.COUNTED, count("coordination_pledge", conditions.ofPledges(edition.value(), query)));
	}

	/** The first of those of an edition that are at one of these steps. */
	public List<PledgeLine> first(EditionYear edition, Predicate<Step> steps, ListOrder order, int most, Person by) {
		by.requireOversight();
		lines.catchUp();
		return withReviews(jdbc
			.sql("select %s from coordination_pledge where edition = ? and step = any (?) order by %s limit %d"
				.formatted(COLUMNS, order.columns(), most))
			.params(edition.value(), Arrays.stream(Step.values()).filter(steps).map(Enum::name).toArray(String[]::new))
			.query(ListPledges::line)
			.list());
	}

	/** Of all editions, those that have been in this state longest. */
	public List<PledgeLine> waitingLongest(PledgeState state, int most, Person by) {
		by.requireOversight();
		lines.catchUp();
		// The state is no parameter: the index is of these two.
		return jdbc.sql("""
				select %s from coordination_pledge where step = '%s' and step in ('DISAGREEMENT', 'CHANGES_REQUESTED')
				order by waiting_since, reference limit %d""".formatted(COLUMNS, state.name(), most))
			.query(ListPledges::line)
			.list();
	}

	/**
	 * The next of all that is found, in the order of the references.
	 * @param after the last of those before; none at the beginning
	 * @return less than {@link #BATCH} where no more comes
	 */
	public List<PledgeLine> next(EditionYear edition, SearchQuery query, Optional<PledgeReference> after, Person by) {
		by.requireOversight();
		lines.catchUp();
		planEach();
		SqlCondition condition = conditions.ofPledges(edition.value(), query);
		List<Object> parameters = new ArrayList<>(condition.parameters());
		parameters.add(after.map(PledgeReference::value).orElse(""));
		return withReviews(jdbc
			.sql("select %s from coordination_pledge where %s and reference > ? order by reference limit %d"
				.formatted(COLUMNS, condition.sql(), BATCH))
			.params(parameters)
			.query(ListPledges::line)
			.list());
	}

	/** The same of the drafts of all governments. */
	public Listed<DraftLine> drafts(SearchQuery query, ListOrder order, int page, Person by) {
		by.requireOversight();
		lines.catchUp();
		planEach();
		SqlCondition condition = conditions.ofDrafts(query);
		int counted = count("coordination_draft", condition);
		int found = Math.min(counted, Listed.COUNTED);
		int shown = Math.min(Math.max(page, 1), Listed.pages(found));
		List<DraftLine> listed = jdbc
			.sql("""
					select page.*, pledge.changed_at from (select * from coordination_draft where %s order by %s limit %d offset %d)
					as page join pledge_standing pledge using (reference) order by %2$s"""
				.formatted(condition.sql(), order.ofDrafts(), Math.min(Listed.SIZE, found - (shown - 1) * Listed.SIZE),
						(shown - 1) * Listed.SIZE))
			.params(condition.parameters())
			.query((row, number) -> new DraftLine(new PledgeReference(row.getString("reference")),
					row.getString("government"), row.getString("country"), row.getString("section"),
					instant(row, "begun_at").orElseThrow(), instant(row, "changed_at").orElseThrow()))
			.list();
		return new Listed<>(listed, shown, found, counted > found);
	}

	/** Until this transaction ends. */
	private void planEach() {
		jdbc.sql(PLANS).query().listOfRows();
	}

	private int count(String table, SqlCondition condition) {
		return jdbc.sql(COUNT.formatted(table, condition.sql()))
			.params(condition.parameters())
			.query(Integer.class)
			.single();
	}

	private record Part(PledgeReference reference, PledgeLine.PartnerReview review) {
	}

	private List<PledgeLine> withReviews(List<PledgeLine> listed) {
		Map<PledgeReference, List<PledgeLine.PartnerReview>> reviews = jdbc
			.sql("select reference, partner, state, recommendation, due_at from coordination_review "
					+ "where reference = any (?) order by reference, partner")
			.param(listed.stream().map(line -> line.reference().value()).toArray(String[]::new))
			.query((row, number) -> new Part(new PledgeReference(row.getString("reference")),
					new PledgeLine.PartnerReview(new PartnerCode(row.getString("partner")),
							ReviewState.valueOf(row.getString("state")),
							Optional.ofNullable(row.getString("recommendation")).map(Recommendation::valueOf),
							instant(row, "due_at").orElseThrow())))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Part::reference, Collectors.mapping(Part::review, Collectors.toList())));
		return listed.stream().map(line -> line.with(reviews.getOrDefault(line.reference(), List.of()))).toList();
	}

	private static PledgeLine line(ResultSet row, int number) throws SQLException {
		return new PledgeLine(new PledgeReference(row.getString("reference")), Step.valueOf(row.getString("step")),
				PledgeState.valueOf(row.getString("state")), Timeliness.valueOf(row.getString("timeliness")),
				Optional.of(row.getInt("counts_for")).filter(year -> year != Step.OF_THE_NEXT).map(EditionYear::new),
				row.getString("government"), row.getString("country"), row.getString("section"), row.getString("title"),
				row.getString("language"), instant(row, "first_submitted_at").orElseThrow(),
				instant(row, "changed_at").orElseThrow(),
				Optional.ofNullable(row.getString("waits_for")).map(WaitsFor::valueOf), instant(row, "waiting_since"),
				instant(row, "due_at"), row.getBoolean("mail_failed"), List.of());
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
