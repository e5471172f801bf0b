package org.calltolocalaction.reviews.rounds;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The running rounds of reviews that an edition's deadline and calendar concern, with
 * their dates as they would be by any order of the editions: what a forecast shows, and
 * what is then applied.
 */
@Service
@Transactional(readOnly = true)
public class PlannedRounds {

	private final Reviews reviews;

	private final Pledges pledges;

	private final Placements placements;

	private final CallPolicy callPolicy;

	PlannedRounds(Reviews reviews, Pledges pledges, Placements placements, CallPolicy callPolicy) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.placements = placements;
		this.callPolicy = callPolicy;
	}

	/**
	 * One pledge's running round.
	 *
	 * @param countsFor the edition for which the pledge would count
	 * @param open its open reviews, at least one
	 * @param dates on which something happens to it, by the order that was asked for
	 * @param schedule by which they are counted
	 */
	public record PlannedRound(PledgeReference reference, Placement countsFor, List<Review> open, RoundDates dates,
			Schedule schedule) {

		/** Its dates where one more review is opened then, with all its days. */
		public RoundDates joinedAt(Instant opened) {
			return RoundDates.of(schedule.calendar(), schedule.deadline(), opened);
		}

		/** When one of its open reviews is due then, counted from when it was opened. */
		Instant due(Review review) {
			return joinedAt(review.openedAt()).due();
		}

	}

	/**
	 * Those of pledges that answered this edition's call or would count for it, in the
	 * order of the references. A pledge that answered the call may count for another
	 * edition than it did before the deadline moved.
	 * @param policy the editions as they are or would be
	 * @param calendar what this edition's would be; empty where it stays
	 */
	public List<PlannedRound> concernedBy(EditionYear year, PlacementPolicy policy, Optional<ReviewCalendar> calendar) {
		Map<PledgeReference, List<Review>> open = reviews.open()
			.stream()
			.collect(Collectors.groupingBy(Review::reference));
		List<Pledge> reviewed = pledges.all(open.keySet());
		Map<PledgeReference, Placement> counts = placements.countFor(reviewed, policy);
		List<Pledge> concerned = reviewed.stream()
			.sorted(Comparator.comparing(Pledge::reference))
			.filter(pledge -> pledge.call().filter(year::equals).isPresent()
					|| placement(counts, pledge.reference()).is(year))
			.toList();
		Map<PledgeReference, Instant> opened = opened(concerned);
		Map<EditionYear, Schedule> schedules = new TreeMap<>();
		return concerned.stream().map(pledge -> {
			Schedule schedule = schedules.computeIfAbsent(placement(counts, pledge.reference()).year(),
					counted -> schedule(counted, policy, calendar.filter(set -> counted.equals(year))));
			return new PlannedRound(pledge.reference(), placement(counts, pledge.reference()),
					known(open, pledge.reference()),
					RoundDates.of(schedule.calendar(), schedule.deadline(), known(opened, pledge.reference())),
					schedule);
		}).toList();
	}

	/**
	 * The round began when the last review of its version was opened, answered or not.
	 */
	private Map<PledgeReference, Instant> opened(List<Pledge> concerned) {
		Map<PledgeReference, Integer> versions = concerned.stream()
			.collect(Collectors.toMap(Pledge::reference, Pledge::latestRevision));
		return reviews.ofAll(concerned.stream().map(pledge -> pledge.reference().value()).toList())
			.stream()
			.filter(review -> review.revision() == known(versions, review.reference()))
			.collect(Collectors.toMap(Review::reference, Review::openedAt,
					BinaryOperator.maxBy(Comparator.naturalOrder())));
	}

	private Schedule schedule(EditionYear counted, PlacementPolicy policy, Optional<ReviewCalendar> set) {
		return new Schedule(set.orElseGet(() -> callPolicy.edition(counted).reviewCalendar()),
				policy.find(counted)
					.map(PlacementPolicy.Known::deadline)
					.orElseGet(() -> callPolicy.edition(counted).deadline()));
	}

	private static Placement placement(Map<PledgeReference, Placement> counts, PledgeReference reference) {
		return known(counts, reference);
	}

	// What is reviewed counts for an edition and was opened.
	private static <T> T known(Map<PledgeReference, T> found, PledgeReference reference) {
		return Objects.requireNonNull(found.get(reference), () -> "Something is missing of " + reference);
	}

	/** By what a round's days are counted. */
	record Schedule(ReviewCalendar calendar, Deadline deadline) {
	}

}
