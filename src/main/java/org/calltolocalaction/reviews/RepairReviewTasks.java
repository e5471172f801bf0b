package org.calltolocalaction.reviews;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.OpenReviewTasks.ReviewTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the process right where it and the reviews' rows say different things: the rows
 * are what partners were told and have done, and so they are right.
 */
@Service
public class RepairReviewTasks {

	private final Reviews reviews;

	private final OpenReviewTasks open;

	private final ReviewTasks tasks;

	RepairReviewTasks(Reviews reviews, OpenReviewTasks open, ReviewTasks tasks) {
		this.reviews = reviews;
		this.open = open;
		this.tasks = tasks;
	}

	/** What puts a difference right. */
	public enum Repair {

		/** The process gets the task that it has not. */
		OPEN_TASK,

		/**
		 * The process ends the task of a review that is over. Where nobody else is waited
		 * for, the round is counted then.
		 */
		END_TASK,

		/**
		 * The process is somewhere else than at the reviews, or there never was such a
		 * review: somebody has to find out why.
		 */
		NONE

	}

	/**
	 * What would be done about each of these, as it is now; what is right is left out.
	 */
	@Transactional(readOnly = true)
	public Map<ReviewTask, Repair> plan(Collection<ReviewTask> differences) {
		Set<PledgeReference> references = differences.stream().map(ReviewTask::reference).collect(Collectors.toSet());
		Set<PledgeReference> atTheReviews = open.waitingForReviews(references);
		Map<ReviewTask, Repair> plan = new HashMap<>();
		for (PledgeReference reference : new TreeSet<>(references)) {
			Set<ReviewTask> tasksNow = open.between(before(reference), Optional.of(reference.value()));
			List<Review> rows = reviews.all(reference.value());
			differences.stream()
				.filter(difference -> difference.reference().equals(reference))
				.forEach(difference -> repair(difference, rows, tasksNow, atTheReviews.contains(reference))
					.ifPresent(repair -> plan.put(difference, repair)));
		}
		return plan;
	}

	/** Does it, as far as it can be done by itself. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<Repair, Integer> repair(Map<ReviewTask, Repair> plan) {
		Map<Repair, Integer> done = new EnumMap<>(Repair.class);
		plan.forEach((difference, repair) -> {
			switch (repair) {
				case OPEN_TASK -> openTask(difference);
				case END_TASK -> tasks.completed(difference.reference(), difference.partner());
				case NONE -> {
					// Nothing is done by itself.
				}
			}
			done.merge(repair, 1, Integer::sum);
		});
		return done;
	}

	private void openTask(ReviewTask difference) {
		tasks.added(difference.reference(), difference.partner());
		reviews.lockNewest(difference.reference().value(), difference.partner().value())
			.flatMap(Review::takenBy)
			.ifPresent(holder -> tasks.taken(difference.reference(), difference.partner(), holder));
	}

	private static Optional<Repair> repair(ReviewTask difference, List<Review> rows, Set<ReviewTask> tasks,
			boolean atTheReviews) {
		List<Review> own = rows.stream().filter(row -> row.partner().equals(difference.partner())).toList();
		boolean openRow = own.stream().anyMatch(Review::open);
		boolean openTask = tasks.contains(difference);
		if (openRow == openTask) {
			return Optional.empty();
		}
		if (openRow) {
			return Optional.of(atTheReviews ? Repair.OPEN_TASK : Repair.NONE);
		}
		return Optional.of(own.isEmpty() ? Repair.NONE : Repair.END_TASK);
	}

	/** Sorted just before it: what lies between is this one alone. */
	private static String before(PledgeReference reference) {
		String value = reference.value();
		return value.substring(0, value.length() - 1);
	}

}
