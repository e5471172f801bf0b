package org.calltolocalaction.reviews;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proves that every open review row has its engine task and the other way round. */
@Service
public class ReviewConsistency {

	private final Reviews reviews;

	private final OpenReviewTasks tasks;

	ReviewConsistency(Reviews reviews, OpenReviewTasks tasks) {
		this.reviews = reviews;
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
		Set<OpenReviewTasks.ReviewTask> rows = reviews.open()
			.stream()
			.map(review -> new OpenReviewTasks.ReviewTask(review.reference(), review.partner()))
			.collect(Collectors.toSet());
		Set<OpenReviewTasks.ReviewTask> open = tasks.all();
		return new Difference(without(rows, open), without(open, rows));
	}

	private static <T> Set<T> without(Set<T> all, Set<T> others) {
		Set<T> left = new HashSet<>(all);
		left.removeAll(others);
		return left;
	}

}
