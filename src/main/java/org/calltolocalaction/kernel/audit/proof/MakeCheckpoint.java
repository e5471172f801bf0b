package org.calltolocalaction.kernel.audit.proof;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the trail to what was added since the last time. Who writes an entry neither
 * waits for this nor is waited for.
 */
@Component
public class MakeCheckpoint {

	/** How many entries one checkpoint takes; where more wait, another follows. */
	static final int PORTION = 2000;

	private final TransactionLocks locks;

	private final HashedEntries entries;

	private final StoredTree stored;

	private final Checkpoints checkpoints;

	private final Clock clock;

	MakeCheckpoint(TransactionLocks locks, HashedEntries entries, StoredTree stored, Checkpoints checkpoints,
			Clock clock) {
		this.locks = locks;
		this.entries = entries;
		this.stored = stored;
		this.checkpoints = checkpoints;
		this.clock = clock;
	}

	/** Takes a portion of what waits; nothing where nothing does. */
	@Transactional
	public Optional<Checkpoint> make() {
		locks.take(LockSpace.CHECKPOINTS);
		List<HashedEntry> taken = entries.takeWaiting(PORTION);
		if (taken.isEmpty()) {
			return Optional.empty();
		}
		Optional<Checkpoint> before = checkpoints.newest();
		GrowingTree tree = GrowingTree.of(before.map(Checkpoint::size).orElse(0L), stored);
		StoredTree.Grown grown = new StoredTree.Grown();
		taken.forEach(entry -> tree.add(entry.leaf(), grown));
		stored.add(taken.stream().map(HashedEntry::id).toList(), grown);
		Checkpoint made = Checkpoint.after(before, tree, clock.instant());
		checkpoints.add(made);
		return Optional.of(made);
	}

}
