package org.calltolocalaction.coordination.operations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The jobs of the engine: what gave up, and what comes. */
public interface EngineJobs {

	/** How many have given up. */
	long failed(JobFilter filter);

	/**
	 * Those that have given up, in the order of their ids.
	 * @param after the one after which it goes on; nothing for the first
	 */
	List<FailedJob> failed(JobFilter filter, Optional<JobId> after, int most);

	/** The ids alone. */
	List<JobId> ids(JobFilter filter, int most);

	/**
	 * Gives each of these that still has given up one more try, at once. Of two who ask
	 * for the same, one gets it.
	 * @return those that were given it
	 */
	List<TriedAgain> tryAgain(Collection<JobId> jobs);

	/** What is due next, soonest first. */
	List<ComingTimer> timers(int most);

}
