package org.calltolocalaction.identity.web.signin;

import java.time.Duration;

/**
 * A wait as it is told: never shorter than it is, and in steps that people think in.
 *
 * @param seconds whole tens, up to ninety; 0 where it is told in minutes
 * @param minutes two or more; 0 where it is told in seconds
 */
record WaitText(int seconds, int minutes) {

	private static final int LONGEST_IN_SECONDS = 90;

	static WaitText of(Duration wait) {
		long seconds = wait.plusNanos(999_999_999).toSeconds();
		return seconds <= LONGEST_IN_SECONDS ? new WaitText((int) Math.max(10, (seconds + 9) / 10 * 10), 0)
				: new WaitText(0, (int) ((seconds + 59) / 60));
	}

}
