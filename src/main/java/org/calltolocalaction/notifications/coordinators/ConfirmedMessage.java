package org.calltolocalaction.notifications.coordinators;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A message that a coordinator has confirmed.
 *
 * @param edition from whose list they came to it
 * @param due when its mails are to be sent; empty where that is at once
 * @param act what the trail says of it, and where its words stand
 */
public record ConfirmedMessage(MessageId id, EditionYear edition, Message message, Optional<Instant> due, EntryId act) {

	/** What the trail says of it at a pledge. */
	AuditEntry entry(PledgeReference pledge) {
		return due.isPresent() ? AuditEntry.of("pledge.message-planned", pledge)
				: AuditEntry.of("pledge.written-to", pledge);
	}

}
