package org.calltolocalaction.notifications.inbox;

import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.Capacity;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A mail of the desk, as far as what comes back of it is matched with it.
 *
 * @param reader whose mail it is, if somebody's with an account
 * @param capacity in which the reader got it
 * @param pledge of which it tells, if of one
 * @param government whose member gets it, if one does
 */
record SentMail(MailId id, MailKind kind, String recipient, Optional<AccountId> reader, Capacity capacity,
		Optional<PledgeReference> pledge, Optional<GovernmentId> government) {

	/** What an entry of the trail is about that tells of it. */
	Record about() {
		return pledge.<Record>map(known -> known).or(() -> government.map(known -> known)).orElse(id);
	}

}
