package org.calltolocalaction.kernel.audit.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
		long from = known.map(Checkpoint::size).orElse(0L);
		GrowingTree tree = GrowingTree.of(from, stored);
		if (known.isPresent() && !known.get().root().equals(tree.root())) {
			return new CheckpointDiffers(known.get().number());
		}
		Optional<Checkpoint> last = known;
		EntryId first = new EntryId(Long.MAX_VALUE);
		while (tree.size() < newest.size()) {
			List<Placed> portion = entries.from(tree.size(), PORTION);
			Deque<Checkpoint> due = new ArrayDeque<>(checkpoints.between(tree.size(), tree.size() + PORTION));
			if (portion.isEmpty()) {
				return new CheckpointDiffers(due.isEmpty() ? newest.number() : due.getFirst().number());
			}
			for (Placed placed : portion) {
				Optional<Difference> difference = difference(placed, tree.size());
				if (difference.isPresent()) {
					return new EntryDiffers(placed.id(), difference.get());
				}
				first = placed.id().value() < first.value() ? placed.id() : first;
				tree.add(placed.leaf(), (level, place, hash) -> {
				});
				if (!due.isEmpty() && due.getFirst().size() == tree.size()) {
					Checkpoint here = due.removeFirst();
					if (!holds(here, last, tree)) {
						return new CheckpointDiffers(here.number());
					}
					last = Optional.of(here);
				}
			}
		}
		return entries.strayFrom(first)
			.<Verification>map(stray -> new EntryDiffers(stray, Difference.IN_NO_CHECKPOINT))
			.orElseGet(() -> new Fits(newest, newest.size() - from));
	}

	private static Optional<Difference> difference(Placed placed, long place) {
		if (placed.place() != place || placed.entry().isEmpty()) {
			return Optional.of(Difference.MISSING);
		}
		if (!placed.entry().get().leaf().equals(placed.leaf())) {
			return Optional.of(Difference.CHANGED);
		}
		return placed.besideFits() ? Optional.empty() : Optional.of(Difference.PERSONAL_CHANGED);
	}

	private static boolean holds(Checkpoint here, Optional<Checkpoint> before, GrowingTree tree) {
		return here.root().equals(tree.root()) && here.number() == before.map(Checkpoint::number).orElse(0L) + 1
				&& here.previous().equals(before.map(Checkpoint::hash));
	}

}
