package org.calltolocalaction.governments.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The reminders of a request to join that nobody answers, in their order, and how many
 * days after it they are due. Whatever says or waits for such a day asks here.
 */
public enum JoinReminder {

	/** To those who may answer: the members, or the coordinators where there is none. */
	FIRST(3),

	/** To the same. */
	SECOND(10),

	/** To the coordinators, whoever could have answered. */
	COORDINATORS(14);

	private final int days;

	JoinReminder(int days) {
		this.days = days;
	}

	/** How many days after the request. */
	public int days() {
		return days;
	}

	/**
	 * @param requested when somebody asked
	 */
	public Instant due(Instant requested) {
		return requested.plus(Duration.ofDays(days));
	}

	/** The one after it. */
	public Optional<JoinReminder> next() {
		return Arrays.stream(values()).filter(other -> other.ordinal() == ordinal() + 1).findFirst();
	}

}
