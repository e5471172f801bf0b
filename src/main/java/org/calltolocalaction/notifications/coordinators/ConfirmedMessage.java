package org.calltolocalaction.notifications.coordinators;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.audit.EntryId;

/**
 * A message that a coordinator has confirmed.
 *
 * @param edition from whose list they came to it
 * @param due when its mails are to be sent; empty where that is at once
 * @param act what the trail says of it, and where its words stand
 */
public record ConfirmedMessage(MessageId id, EditionYear edition, Message message, Optional<Instant> due, EntryId act) {

	/** How the trail calls it at each pledge. */
	String kind() {
		return due.isPresent() ? "pledge.message-planned" : "pledge.written-to";
	}

}
