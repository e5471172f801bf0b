package org.calltolocalaction.coordination.consistency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.coordination.lists.LinesConsistency;
import org.calltolocalaction.notifications.outbox.StrandedMails;
import org.calltolocalaction.reviews.OpenReviewTasks.ReviewTask;
import org.calltolocalaction.reviews.ReviewConsistency;
import org.springframework.stereotype.Component;

/**
 * Looks for all kinds of differences, one after the other, each in its own transaction or
 * portion by portion.
 */
@Component
class FindDifferences {

	/** How many of a kind are kept; the others are counted. */
	static final int MOST_KEPT = 500;

	private final ReviewConsistency reviews;

	private final ComparePledges pledges;

	private final StrandedMails mails;

	private final LinesConsistency lines;

	FindDifferences(ReviewConsistency reviews, ComparePledges pledges, StrandedMails mails, LinesConsistency lines) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.mails = mails;
		this.lines = lines;
	}

	/** All that was found: how many of each kind, and the first of each. */
	record Found(Map<Difference, Integer> counts, List<Finding> findings) {

		private void add(Difference kind, Collection<Finding> all) {
			counts.put(kind, all.size());
			all.stream()
				.sorted(Comparator.comparing(Finding::subject).thenComparing(Finding::partner))
				.limit(MOST_KEPT)
				.forEach(findings::add);
		}

		private void addAll(Difference kind, Collection<?> subjects) {
			add(kind, subjects.stream().map(subject -> Finding.of(kind, subject)).toList());
		}

	}

	/**
	 * @param between is run between the parts: whoever looks on sees that it goes on
	 */
	Found all(Runnable between) {
		Found found = new Found(new EnumMap<>(Difference.class), new ArrayList<>());
		ReviewConsistency.Difference reviewing = reviews.check();
		found.add(Difference.REVIEW_WITHOUT_TASK,
				findings(Difference.REVIEW_WITHOUT_TASK, reviewing.rowsWithoutTask()));
		found.add(Difference.TASK_WITHOUT_REVIEW,
				findings(Difference.TASK_WITHOUT_REVIEW, reviewing.tasksWithoutRow()));
		between.run();
		found.addAll(Difference.PLEDGE_WITHOUT_PROCESS, pledges.withoutProcess());
		between.run();
		found.addAll(Difference.INCLUDED_WITHOUT_PLACE, pledges.includedWithoutPlace());
		found.addAll(Difference.PLACE_WITHOUT_INCLUSION, pledges.placeWithoutInclusion());
		found.addAll(Difference.MAIL_SENT_BY_NOBODY, mails.sentByNobody(Integer.MAX_VALUE));
		found.addAll(Difference.DIGEST_BY_NOBODY, mails.withoutDigest());
		between.run();
		found.addAll(Difference.LINE_IS_WRONG, lines.check());
		return found;
	}

	private static List<Finding> findings(Difference kind, Set<ReviewTask> tasks) {
		return tasks.stream().map(task -> new Finding(kind, task.reference().value(), task.partner().value())).toList();
	}

}
