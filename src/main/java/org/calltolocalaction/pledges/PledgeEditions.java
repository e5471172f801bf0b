package org.calltolocalaction.pledges;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.jspecify.annotations.Nullable;

/**
 * What ties a pledge to editions: whose call it answered and when, since when it waits
 * for the next one, and from which it was withdrawn.
 */
@Embeddable
public class PledgeEditions {

	private @Nullable Integer callYear;

	private @Nullable Instant firstSubmittedAt;

	private @Nullable Instant waitingSince;

	private @Nullable Integer withdrawnFrom;

	Optional<EditionYear> call() {
		return Optional.ofNullable(callYear).map(EditionYear::new);
	}

	Optional<Instant> firstSubmittedAt() {
		return Optional.ofNullable(firstSubmittedAt);
	}

	/** Since when it is accepted and waits for the next edition, if it does. */
	public Optional<Instant> waitingSince() {
		return Optional.ofNullable(waitingSince);
	}

	Optional<EditionYear> withdrawnFrom() {
		return Optional.ofNullable(withdrawnFrom).map(EditionYear::new);
	}

	/** Only the first submission counts: what is submitted again keeps its call. */
	void submitted(Optional<EditionYear> call, Instant now) {
		if (firstSubmittedAt == null) {
			firstSubmittedAt = now;
			callYear = call.map(EditionYear::value).orElse(null);
		}
	}

	/** One that waits already goes on waiting. */
	void awaitNext(Instant now) {
		waitingSince = waitingSince == null ? now : waitingSince;
	}

	void waitNoLonger() {
		waitingSince = null;
	}

	void withdrawn(Placement counted) {
		withdrawnFrom = counted.edition().map(EditionYear::value).orElse(null);
		waitingSince = null;
	}

	void revived() {
		withdrawnFrom = null;
	}

}
