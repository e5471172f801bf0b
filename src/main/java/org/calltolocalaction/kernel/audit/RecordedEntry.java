package org.calltolocalaction.kernel.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One act as it stands on the trail.
 *
 * @param id in the order in which entries were begun
 * @param about the identifier of what it is about, as it is written
 * @param at is shown in the reader's zone
 * @param who the account of the person; empty for the desk itself
 * @param facts what the act says, by names: texts, numbers, booleans, and lists of them
 * @param personal what persons wrote, and by what they can be known; without what was
 * erased
 * @param erased the names of personal values that stood there and were erased
 * @param erasure the act that erased them
 */
public record RecordedEntry(EntryId id, String kind, String about, Instant at, Optional<UUID> who,
		Map<String, Object> facts, Map<String, Object> personal, Set<String> erased, Optional<Erasure> erasure) {

	/** When its personal values were erased, and by whose account. */
	public record Erasure(Instant at, UUID by) {
	}

}
