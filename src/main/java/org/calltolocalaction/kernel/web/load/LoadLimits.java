package org.calltolocalaction.kernel.web.load;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much is done at once, and how slow somebody may be. What the numbers are and why
 * stands beside them in {@code application.properties}.
 *
 * @param patience how long a request waits for its turn before it is told that the desk
 * is busy
 * @param leastRate what of a body must arrive, and of an answer be taken, in each second
 * after the grace
 * @param grace how long somebody may be as slow as they like
 */
@ConfigurationProperties("desk.load")
record LoadLimits(Budget health, Budget assets, Budget signIn, Budget pages, Duration patience, DataSize leastRate,
		Duration grace) {

	/**
	 * What one kind of request may take.
	 *
	 * @param requests at once, each on a thread of its own
	 * @param perClient of these, how many for one client
	 * @param bodies that are being received at once
	 * @param bodiesPerClient of these, how many of one client
	 * @param work that is being done at once, with a connection to the database as a rule
	 */
	record Budget(int requests, int perClient, int bodies, int bodiesPerClient, int work) {
	}

	/** The threads without which a budget would be a promise only. */
	int threads() {
		return health.requests() + assets.requests() + signIn.requests() + pages.requests();
	}

}
