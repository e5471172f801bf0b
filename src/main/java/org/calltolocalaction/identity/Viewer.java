package org.calltolocalaction.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * A coordinator who looks on in another person's place.
 *
 * @param until when the view ends by itself
 */
public record Viewer(AccountId account, String name, Instant since, Instant until) {

	/** How long the view may take. */
	public long minutes() {
		return Duration.between(since, until).toMinutes();
	}

}
