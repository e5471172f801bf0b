package org.calltolocalaction.governments.merging;

import java.time.Instant;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;

/**
 * Two governments were the same, in this transaction: whatever a module has of the one is
 * of the other from now on. People who act for either act for the other already.
 *
 * @param from as it was registered; it stays as a name that leads to the other
 * @param into the one that stays
 * @param confirmed whether it is confirmed only by this, because the other was
 */
public record GovernmentMerged(Government from, Government into, boolean confirmed, String reason, Instant at,
		Person by) {

	/** The id that nothing bears any more. */
	public GovernmentId fromId() {
		return from.id();
	}

	public GovernmentId intoId() {
		return into.id();
	}

}
