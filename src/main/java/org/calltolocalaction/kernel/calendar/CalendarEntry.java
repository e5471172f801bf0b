package org.calltolocalaction.kernel.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.Temporal;

/**
 * One date in a calendar. It takes nobody's time.
 *
 * @param id names it for ever within the desk, whatever becomes of its date
 * @param at a day, or an instant
 * @param address where more of it can be read
 * @param certainty whether it is sure to be, or was called off
 * @param revision grows when its date is another: what has the larger one counts
 * @param changed when it was that last
 */
public record CalendarEntry(String id, Temporal at, String summary, String description, URI address,
		Certainty certainty, int revision, Instant changed) {

	/** How sure it is. */
	public enum Certainty {

		CERTAIN, PLANNED, CALLED_OFF

	}

}
