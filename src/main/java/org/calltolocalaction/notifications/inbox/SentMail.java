package org.calltolocalaction.notifications.inbox;

import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A mail of the desk, as far as what comes back of it is matched with it.
 *
 * @param pledge of which it tells, if of one
 * @param government whose member gets it, if one does
 */
record SentMail(MailId id, String recipient, Optional<PledgeReference> pledge, Optional<GovernmentId> government) {

	/** What an entry of the trail is about that tells of it. */
	Record about() {
		return pledge.<Record>map(known -> known).or(() -> government.map(known -> known)).orElse(id);
	}

}
