package org.calltolocalaction.kernel.web.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.calltolocalaction.kernel.web.load.LoadLimits.Budget;

/**
 * One kind of request, with room of its own, so that whatever fills the others leaves it
 * open.
 */
final class Lane {

	private final String name;

	private final Gate requests;

	private final Gate bodies;

	private final Semaphore work;

	Lane(String name, Budget budget) {
		this.name = name;
		this.requests = new Gate(budget.requests(), budget.perClient());
		this.bodies = new Gate(budget.bodies(), budget.bodiesPerClient());
		this.work = new Semaphore(budget.work(), true);
	}

	/** Everything that is on its way at once, however far it is. */
	Gate requests() {
		return requests;
	}

	/** What is being received. */
	Gate bodies() {
		return bodies;
	}

	/** The bounded queue before the work: it is as long as requests are let in. */
	boolean begin(Duration patience) {
		try {
			return work.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	void end() {
		work.release();
	}

	@Override
	public String toString() {
		return name;
	}

}
