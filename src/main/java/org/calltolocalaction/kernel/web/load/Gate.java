package org.calltolocalaction.kernel.web.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many in at once, and so many of one client, that nobody alone takes all the
 * room. The last quarter is for clients that have little of it, so that a handful who
 * take all they may leave room for everybody else, too.
 */
final class Gate {

	private final int most;

	private final int mostOfOneClient;

	private final int forAnybody;

	private final int little;

	private final Map<String, Integer> inside = new HashMap<>();

	private int all;

	Gate(int most, int mostOfOneClient) {
		this.most = most;
		this.mostOfOneClient = mostOfOneClient;
		this.forAnybody = most - most / 4;
		this.little = Math.max(1, mostOfOneClient / 10);
	}

	/**
	 * @return false where there was no room within that time; only who was let in leaves
	 */
	synchronized boolean enter(String client, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		try {
			while (!roomFor(client)) {
				long left = deadline - System.nanoTime();
				if (left <= 0) {
					return false;
				}
				TimeUnit.NANOSECONDS.timedWait(this, left);
			}
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
			return false;
		}
		inside.merge(client, 1, Integer::sum);
		all++;
		return true;
	}

	private boolean roomFor(String client) {
		int theirs = of(client);
		return theirs < mostOfOneClient && all < (theirs < little ? most : forAnybody);
	}

	synchronized void leave(String client) {
		inside.computeIfPresent(client, (name, number) -> number == 1 ? null : number - 1);
		all--;
		// All of them: who waits first may wait for their own client's room, and not for
		// this one.
		notifyAll();
	}

	synchronized int inside() {
		return all;
	}

	synchronized int of(String client) {
		return inside.getOrDefault(client, 0);
	}

}
