package org.calltolocalaction.editions;

import java.time.Instant;
import org.springframework.stereotype.Service;

/** The dates on which an edition's cycle acts, made from its deadline as it is now. */
@Service
public class CallCalendar {

	/** When the call closes: the end of the grace period. */
	public Instant closing(EditionYear year) {
		throw new UnsupportedOperationException();
	}

	/** The next of the days on which drafts and open reviews are reminded (30, 14, 7 and 2 before the deadline), or the
	 * closing itself where none is left. */
	public Instant nextReminder(EditionYear year) {
		throw new UnsupportedOperationException();
	}

}
