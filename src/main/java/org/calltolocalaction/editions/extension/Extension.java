package org.calltolocalaction.editions.extension;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Timeliness;

/**
 * More time for one government or one pledge: what is first submitted until its end
 * counts as on time for the edition, also when the call has closed for everybody else.
 *
 * @param until as it was granted, to the second; without grace, because everybody who has
 * one knows its end
 * @param endedAt when a coordinator ended it before its time; what had been submitted
 * until then stays on time
 */
public record Extension(ExtensionId id, EditionYear edition, Holder holder, Deadline until, Optional<Instant> endedAt) {

	public Extension {
		if (!until.grace().isZero()) {
			throw new IllegalArgumentException("An extension has no grace, but this one had " + until.grace());
		}
	}

	/** As it is granted. */
	public static Extension granted(EditionYear edition, Holder holder, Deadline until) {
		return new Extension(ExtensionId.random(), edition, holder,
				new Deadline(until.local(), until.zone(), Duration.ZERO, until.offset()), Optional.empty());
	}

	/** Whether who has it can still submit by it. */
	public boolean runs(Instant now) {
		return endedAt.isEmpty() && until.timelinessOf(now) == Timeliness.IN_TIME;
	}

	/** Whether it makes something on time that was first submitted then. */
	public boolean covers(Instant firstSubmittedAt) {
		return until.timelinessOf(firstSubmittedAt) == Timeliness.IN_TIME
				&& endedAt.filter(ended -> firstSubmittedAt.truncatedTo(ChronoUnit.SECONDS).isAfter(ended)).isEmpty();
	}

	/** The same time, for somebody else. */
	public Extension of(Holder other) {
		return new Extension(ExtensionId.random(), edition, other, until, endedAt);
	}

	/** The same, ended before its time. */
	Extension ended(Instant now) {
		return new Extension(id, edition, holder, until, Optional.of(now.truncatedTo(ChronoUnit.SECONDS)));
	}

}
