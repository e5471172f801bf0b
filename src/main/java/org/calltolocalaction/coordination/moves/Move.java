package org.calltolocalaction.coordination.moves;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.calltolocalaction.coordination.processes.ModelKey;

/**
 * A move that was begun: what was foretold of it, and how far it is.
 *
 * @param endedAt empty while some have not had their turn
 * @param foretold how many would move, and how many stay for which reason
 * @param happened what has become of them until now
 */
public record Move(MoveId id, ModelKey model, int from, int to, Instant begunAt, Optional<Instant> endedAt,
		Counts foretold, Counts happened) {

	/**
	 * Processes by what becomes of them.
	 *
	 * @param waiting those that have not had their turn
	 * @param over those that came to their end before it
	 */
	public record Counts(long waiting, long moved, long over, Map<WhyStayed, Long> reasons) {

		public long stayed() {
			return reasons.values().stream().mapToLong(Long::longValue).sum();
		}

		public long stayed(WhyStayed why) {
			return reasons.getOrDefault(why, 0L);
		}

		/** All that have had their turn. */
		public long done() {
			return moved + over + stayed();
		}

		public long all() {
			return done() + waiting;
		}

	}

	public boolean running() {
		return endedAt.isEmpty();
	}

	/** Why some stay, or would stay. */
	public SortedSet<WhyStayed> reasons() {
		SortedSet<WhyStayed> reasons = new TreeSet<>(foretold.reasons().keySet());
		reasons.addAll(happened.reasons().keySet());
		return reasons;
	}

	/** Whether it has become what was foretold. */
	public boolean asForetold() {
		return foretold.moved() == happened.moved() && foretold.reasons().equals(happened.reasons());
	}

}
