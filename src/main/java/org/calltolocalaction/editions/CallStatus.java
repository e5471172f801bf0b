package org.calltolocalaction.editions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The meaning of a first submission at one moment.
 *
 * @param call the edition whose call it would answer; where no call was opened, the one
 * that is expected next
 * @param deadline of that call, or the end of an extension of it; one that nobody has
 * decreed yet where no call was opened
 * @param ifNow how it would stand to that edition's deadline
 * @param countsFor the edition for which it would count
 * @param everybodys the deadline of whoever has no extension, where there is one
 */
public record CallStatus(EditionYear call, Deadline deadline, Timeliness ifNow, Placement countsFor, Instant now,
		Optional<Deadline> everybodys) {

	private static final long SOON = 3;

	/**
	 * How long is left until the deadline; nothing once it has passed, because the grace
	 * is quiet.
	 */
	public Duration left() {
		Duration left = Duration.between(now, deadline.instant());
		return left.isNegative() ? Duration.ZERO : left;
	}

	public long daysLeft() {
		return left().toDays();
	}

	/** What is left beyond the full days. */
	public int hoursLeft() {
		return left().toHoursPart();
	}

	/** Whether there is more time than everybody has. */
	public boolean extended() {
		return everybodys.isPresent();
	}

	/** Whether a submission now would count for a later edition. */
	public boolean late() {
		return ifNow == Timeliness.LATE;
	}

	/** Whether there is a call whose deadline it would meet or miss. */
	public boolean opened() {
		return ifNow != Timeliness.BEFORE_CALL;
	}

	public boolean soon() {
		return opened() && !late() && daysLeft() < SOON;
	}

}
