package org.calltolocalaction.pledges.placement;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.DeadlineMoved;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Placements.Submitted;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;
import org.calltolocalaction.pledges.placement.PlacementsChanged.Cause;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pledges that a moved deadline affects: listed before it moves, and decided anew
 * afterwards.
 */
@Service
public class DeadlineChanges {

	private final Pledges pledges;

	private final Placements placements;

	private final PlacementChanges changes;

	private final CallPolicy callPolicy;

	DeadlineChanges(Pledges pledges, Placements placements, PlacementChanges changes, CallPolicy callPolicy) {
		this.pledges = pledges;
		this.placements = placements;
		this.changes = changes;
		this.callPolicy = callPolicy;
	}

	/**
	 * A pledge whose standing to the deadline changes.
	 *
	 * @param from the edition for which it counts until then, and {@code to} the one from
	 * then on
	 */
	public record Affected(Pledge pledge, Timeliness before, Timeliness after, Placement from, Placement to) {

		/**
		 * Whether it counts for another edition then, and not just within grace instead
		 * of in time.
		 */
		public boolean changesEdition() {
			return !from.edition().equals(to.edition());
		}

	}

	/** Whom it would affect to move the edition's deadline there. */
	@Transactional(readOnly = true)
	public List<Affected> preview(EditionYear year, Deadline to) {
		PlacementPolicy before = callPolicy.inOrder();
		PlacementPolicy after = before.moved(year, to);
		List<Submitted> movable = placements.movable();
		Map<PledgeReference, Change> moved = changes.between(before, after)
			.stream()
			.collect(Collectors.toMap(Change::reference, Function.identity()));
		List<Submitted> affected = movable.stream()
			.filter(one -> moved.containsKey(one.reference()) || one.call().filter(year::equals).isPresent()
					&& before.timelinessFor(year, one.submission()) != after.timelinessFor(year, one.submission()))
			.toList();
		Map<PledgeReference, Pledge> found = pledges.all(affected.stream().map(Submitted::reference).toList())
			.stream()
			.collect(Collectors.toMap(Pledge::reference, Function.identity()));
		return affected.stream().map(one -> {
			return new Affected(Objects.requireNonNull(found.get(one.reference()), "What was submitted is a pledge"),
					before.timelinessFor(year, one.submission()), after.timelinessFor(year, one.submission()),
					before.place(one.submission()), after.place(one.submission()));
		}).toList();
	}

	/**
	 * Pledges that the move would concern, but that stand in a report whose contents are
	 * confirmed: they stay there.
	 */
	@Transactional(readOnly = true)
	public List<PledgeReference> leftOut(EditionYear year, Deadline to) {
		PlacementPolicy before = callPolicy.inOrder();
		PlacementPolicy after = before.moved(year, to);
		return placements.settled(year)
			.stream()
			.filter(one -> before.timelinessFor(year, one.submission())
				.countsAsInTime() != after.timelinessFor(year, one.submission()).countsAsInTime())
			.map(Submitted::reference)
			.toList();
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(DeadlineMoved moved) {
		changes.apply(changes.between(moved.before(), moved.after()), Cause.DEADLINE_MOVED, moved.year());
	}

}
