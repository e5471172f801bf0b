package org.calltolocalaction.pledges.progress;

import java.time.LocalDate;
import java.util.Optional;
import org.calltolocalaction.pledges.Pledge;

/**
 * By when what a pledge waits for is to be done; answered by the reviews, which reckon
 * with the calendar of its edition.
 */
public interface ExpectedDays {

	/**
	 * The day until which the partners review, the government submits anew or the
	 * coordinators decide; nothing where nobody has set one, or where it has passed and
	 * binds nobody any more.
	 */
	Optional<ExpectedDay> of(Pledge pledge);

	/**
	 * Such a day, in UTC.
	 *
	 * @param passed whether it lies behind, and what was due by it is still open
	 */
	record ExpectedDay(LocalDate day, boolean passed) {
	}

}
