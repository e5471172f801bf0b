package org.calltolocalaction.pledges.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * The way of a submitted pledge to its place in a report, as far as its government is to
 * see it: where it can lead, and where the pledge came along. Answered by the process,
 * whose model is the truth about it.
 */
public interface PledgeProgress {

	/** All ways there are, as they are drawn. */
	StepMap map();

	/**
	 * Where the pledge came along, oldest first; empty for one that was published before
	 * this system existed.
	 */
	List<Visit> visitsOf(PledgeReference reference);

	/**
	 * How long this step usually took, as far as pledges of earlier editions passed it;
	 * nothing where none did.
	 */
	Optional<Usual> usually(StepId step, EditionYear present);

	/**
	 * A step's name in the model; what people read is found in the messages by it, never
	 * the name itself.
	 */
	record StepId(String value) {
	}

	/** Who has the pledge while it is at a step. */
	enum Holder {

		PARTNERS, GOVERNMENT, COORDINATORS,

		/**
		 * Nothing is asked of anybody there: it is passed at once, or waits for its time.
		 */
		NOBODY

	}

	/** What a step is: somewhere to be, a fork of the way, or its beginning or end. */
	enum Kind {

		STEP, FORK, BEGINNING, END

	}

	/** A point of the drawing. */
	record Point(double x, double y) {
	}

	/**
	 * A step on the map: its outline, and where the drawing writes its name if not
	 * inside.
	 */
	record Step(StepId id, Kind kind, Holder holder, Point topLeft, double width, double height,
			Optional<Point> nameAt) {

		public Point centre() {
			return new Point(topLeft.x() + width / 2, topLeft.y() + height / 2);
		}

	}

	/** A line from one place to the next. */
	record Transition(StepId from, StepId to, List<Point> points) {
	}

	/**
	 * One stay of a pledge at a step; it is there still where it has no end.
	 *
	 * @param again whether no line led there: a coordinator had a partner judge once more
	 */
	record Visit(StepId step, Instant from, Optional<Instant> to, boolean again) {

		public boolean present() {
			return to.isEmpty();
		}

	}

	/**
	 * The median among those that answered last year's call, or of all earlier ones where
	 * none of them passed.
	 */
	record Usual(Duration median, boolean lastYear) {
	}

	/** The steps and the transitions between them. */
	record StepMap(List<Step> steps, List<Transition> transitions) {

		public Step step(StepId id) {
			return steps.stream()
				.filter(step -> step.id().equals(id))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("The map shows no step " + id));
		}

		/**
		 * The steps that can follow upon this one, with the forks between them left out.
		 */
		public Collection<StepId> after(StepId step) {
			Set<StepId> found = new LinkedHashSet<>();
			Set<StepId> seen = new LinkedHashSet<>();
			Deque<StepId> open = new ArrayDeque<>(followers(step));
			while (!open.isEmpty()) {
				StepId next = open.poll();
				if (seen.add(next)) {
					if (step(next).kind() == Kind.FORK) {
						open.addAll(followers(next));
					}
					else {
						found.add(next);
					}
				}
			}
			return found;
		}

		private List<StepId> followers(StepId step) {
			return transitions.stream().filter(line -> line.from().equals(step)).map(Transition::to).toList();
		}

	}

}
