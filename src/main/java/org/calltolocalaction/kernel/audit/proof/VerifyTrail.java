package org.calltolocalaction.kernel.audit.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.proof.HashedEntries.Placed;
import org.calltolocalaction.kernel.audit.proof.Verification.CheckpointDiffers;
import org.calltolocalaction.kernel.audit.proof.Verification.Difference;
import org.calltolocalaction.kernel.audit.proof.Verification.EntryDiffers;
import org.calltolocalaction.kernel.audit.proof.Verification.Fits;
import org.calltolocalaction.kernel.audit.proof.Verification.NothingYet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Works every hash out again, from the entries as they stand in the database now. It
 * reads portion by portion, and holds neither a connection nor more than a portion
 * meanwhile: nothing that it reads may change.
 */
@Component
public class VerifyTrail {

	/** So many take some seconds; a longer trail is verified from a checkpoint on. */
	static final int MOST = 100_000;

	private static final int PORTION = 2000;

	private final HashedEntries entries;

	private final Checkpoints checkpoints;

	private final StoredTree stored;

	private final int most;

	@Autowired
	VerifyTrail(HashedEntries entries, Checkpoints checkpoints, StoredTree stored) {
		this(entries, checkpoints, stored, MOST);
	}

	VerifyTrail(HashedEntries entries, Checkpoints checkpoints, StoredTree stored, int most) {
		this.entries = entries;
		this.checkpoints = checkpoints;
		this.stored = stored;
		this.most = most;
	}

	/** The newest entries, up to as many as can be looked at while somebody waits. */
	public Verification verify() {
		return checkpoints.newest().<Verification>map(this::verify).orElseGet(NothingYet::new);
	}

	private Verification verify(Checkpoint newest) {
		// What is before that checkpoint, its root stands for.
		Optional<Checkpoint> known = newest.size() <= most ? Optional.empty()
				: checkpoints.covering(newest.size() - most);
		Reckoning reckoning = new Reckoning(known, stored);
		if (known.isPresent() && !known.get().root().equals(reckoning.tree.root())) {
			return new CheckpointDiffers(known.get().number());
		}
		while (reckoning.tree.size() < newest.size()) {
			Optional<Verification> difference = differenceIn(reckoning, newest);
			if (difference.isPresent()) {
				return difference.get();
			}
		}
		EntryId first = new EntryId(reckoning.lowest);
		return entries.strayFrom(first)
			.map(stray -> new EntryDiffers(stray, Difference.IN_NO_CHECKPOINT))
			.or(() -> entries.erasedWithoutActFrom(first)
				.map(erased -> new EntryDiffers(erased, Difference.ERASED_WITHOUT_ACT)))
			.<Verification>map(Function.identity())
			.orElseGet(() -> new Fits(newest, newest.size() - known.map(Checkpoint::size).orElse(0L)));
	}

	/** In the next portion. */
	private Optional<Verification> differenceIn(Reckoning reckoning, Checkpoint newest) {
		long from = reckoning.tree.size();
		Deque<Checkpoint> due = new ArrayDeque<>(checkpoints.between(from, from + PORTION));
		for (Placed placed : entries.from(from, PORTION)) {
			Optional<Verification> difference = difference(placed, reckoning.tree.size())
				.map(how -> new EntryDiffers(placed.id(), how));
			if (difference.isPresent()) {
				return difference;
			}
			reckoning.add(placed);
			if (!due.isEmpty() && due.getFirst().size() == reckoning.tree.size()
					&& !reckoning.comesTo(due.getFirst())) {
				return Optional.of(new CheckpointDiffers(due.getFirst().number()));
			}
			due.removeIf(passed -> passed.size() <= reckoning.tree.size());
		}
		return reckoning.tree.size() > from ? Optional.empty()
				: Optional.of(new CheckpointDiffers(due.isEmpty() ? newest.number() : due.getFirst().number()));
	}

	private static Optional<Difference> difference(Placed placed, long place) {
		if (placed.place() != place || placed.entry().isEmpty()) {
			return Optional.of(Difference.MISSING);
		}
		if (!placed.entry().get().leaf().equals(placed.leaf())) {
			return Optional.of(Difference.CHANGED);
		}
		if (!placed.besideFits()) {
			return Optional.of(Difference.PERSONAL_CHANGED);
		}
		return placed.besideGone() ? Optional.of(Difference.PERSONAL_GONE) : Optional.empty();
	}

	/** How far it has come, and what was found by then. */
	private static final class Reckoning {

		private final GrowingTree tree;

		private Optional<Checkpoint> last;

		/** The smallest id among the entries. */
		private long lowest = Long.MAX_VALUE;

		Reckoning(Optional<Checkpoint> known, StoredTree stored) {
			this.last = known;
			this.tree = GrowingTree.of(known.map(Checkpoint::size).orElse(0L), stored);
		}

		void add(Placed placed) {
			lowest = Math.min(lowest, placed.id().value());
			tree.add(placed.leaf(), (level, place, hash) -> {
			});
		}

		/** Whether that is what the checkpoint says, after the one before. */
		boolean comesTo(Checkpoint checkpoint) {
			boolean holds = checkpoint.root().equals(tree.root())
					&& checkpoint.number() == last.map(Checkpoint::number).orElse(0L) + 1
					&& checkpoint.previous().equals(last.map(Checkpoint::hash));
			last = Optional.of(checkpoint);
			return holds;
		}

	}

}
