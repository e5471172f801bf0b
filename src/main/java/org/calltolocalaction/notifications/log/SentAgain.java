package org.calltolocalaction.notifications.log;

import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A mail that goes out once more.
 *
 * @param mail that did not arrive, or of which there is a copy
 * @param written what is on its way: the same mail, or the copy
 * @param pledge of which it tells, if of one
 * @param government whose member gets it, if one does
 */
public record SentAgain(MailId mail, MailId written, Optional<PledgeReference> pledge,
		Optional<GovernmentId> government) {

	/** What an entry of the trail is about that tells of it. */
	public Record about() {
		return pledge.<Record>map(known -> known).or(() -> government.map(known -> known)).orElse(mail);
	}

}
