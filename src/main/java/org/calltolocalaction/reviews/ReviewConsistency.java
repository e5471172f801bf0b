package org.calltolocalaction.reviews;

import java.sql.Types;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that every open review row has its engine task and the other way round, some
 * thousand pledges at once.
 */
@Service
public class ReviewConsistency {

	private static final int AT_ONCE = 2_000;

	private final JdbcClient jdbc;

	private final OpenReviewTasks tasks;

	ReviewConsistency(JdbcClient jdbc, OpenReviewTasks tasks) {
		this.jdbc = jdbc;
		this.tasks = tasks;
	}

	/** What is on one side only; both empty is what is promised. */
	public record Difference(Set<OpenReviewTasks.ReviewTask> rowsWithoutTask,
			Set<OpenReviewTasks.ReviewTask> tasksWithoutRow) {

		public boolean none() {
			return rowsWithoutTask.isEmpty() && tasksWithoutRow.isEmpty();
		}

	}

	@Transactional(readOnly = true)
	public Difference check() {
		Difference all = new Difference(new HashSet<>(), new HashSet<>());
		String after = "";
		Optional<String> last;
		do {
			last = portion(after);
			Set<OpenReviewTasks.ReviewTask> rows = rows(after, last);
			Set<OpenReviewTasks.ReviewTask> open = tasks.between(after, last);
			all.rowsWithoutTask().addAll(without(rows, open));
			all.tasksWithoutRow().addAll(without(open, rows));
			after = last.orElse(after);
		}
		while (last.isPresent());
		return all;
	}

	/** Where the portion ends; nothing where all that is left is one. */
	private Optional<String> portion(String after) {
		return jdbc.sql("select reference from pledge_standing where reference > ? order by reference offset ? limit 1")
			.params(after, AT_ONCE)
			.query(String.class)
			.optional();
	}

	private Set<OpenReviewTasks.ReviewTask> rows(String after, Optional<String> last) {
		return Set.copyOf(jdbc.sql("""
				select reference, partner from review where state = 'OPEN' and reference > :after
				and (:last::text is null or reference <= :last)""")
			.param("after", after)
			.param("last", last.orElse(null), Types.VARCHAR)
			.query((row, number) -> new OpenReviewTasks.ReviewTask(new PledgeReference(row.getString("reference")),
					new PartnerCode(row.getString("partner"))))
			.list());
	}

	private static <T> Set<T> without(Set<T> all, Set<T> others) {
		Set<T> left = new HashSet<>(all);
		left.removeAll(others);
		return left;
	}

}
