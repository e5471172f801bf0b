package org.calltolocalaction.kernel.audit.proof;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.calltolocalaction.kernel.audit.EntryId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows that an entry is in a checkpoint, to whoever knows no other entry. */
@Component
@Transactional(readOnly = true)
public class ProveEntry {

	private final HashedEntries entries;

	private final Checkpoints checkpoints;

	private final StoredTree stored;

	ProveEntry(HashedEntries entries, Checkpoints checkpoints, StoredTree stored) {
		this.entries = entries;
		this.checkpoints = checkpoints;
		this.stored = stored;
	}

	/**
	 * That it is in the newest checkpoint; empty where it is not on the trail, or waits
	 * for the first checkpoint that covers it.
	 */
	public Optional<EntryProof> of(EntryId entry) {
		return checkpoints.newest().flatMap(newest -> in(newest, entry));
	}

	/** Which of these are in a checkpoint already. */
	public Set<EntryId> proved(Collection<EntryId> entries) {
		return stored.among(entries);
	}

	/** The same for a checkpoint that was made before, such as a published one. */
	public Optional<EntryProof> in(Checkpoint checkpoint, EntryId entry) {
		OptionalLong place = stored.placeOf(entry);
		if (place.isEmpty() || place.getAsLong() >= checkpoint.size()) {
			return Optional.empty();
		}
		List<TreeHash> path = new MerkleTree(checkpoint.size(), stored).inclusion(place.getAsLong());
		return entries.from(place.getAsLong(), 1)
			.stream()
			.flatMap(placed -> placed.entry().stream())
			.findFirst()
			.map(hashed -> new EntryProof(hashed, place.getAsLong(), new TreeProof(path), checkpoint));
	}

}
