package org.calltolocalaction.coordination.operations;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.operations.DeskStanding.Outbox;
import org.calltolocalaction.coordination.operations.DeskStanding.Versions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.operation.DiskSpace;
import org.calltolocalaction.notifications.outbox.OutboxFigures;
import org.calltolocalaction.pledges.files.SpaceInUse;
import org.calltolocalaction.pledges.receipts.PublishedKeys;
import org.calltolocalaction.post.PostOffice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what gave up, what comes and how the desk is, for whoever oversees it. */
@Service
@Transactional(readOnly = true)
public class ReadOperations {

	/** How many a page lists. */
	static final int AT_ONCE = 50;

	private final EngineJobs jobs;

	private final EngineStanding engine;

	private final ReadDatabase database;

	private final OutboxFigures outbox;

	private final PostOffice postOffice;

	private final DiskSpace disks;

	private final SpaceInUse space;

	private final PublishedKeys keys;

	ReadOperations(EngineJobs jobs, EngineStanding engine, ReadDatabase database, OutboxFigures outbox,
			PostOffice postOffice, DiskSpace disks, SpaceInUse space, PublishedKeys keys) {
		this.jobs = jobs;
		this.engine = engine;
		this.database = database;
		this.outbox = outbox;
		this.postOffice = postOffice;
		this.disks = disks;
		this.space = space;
		this.keys = keys;
	}

	/**
	 * Steps that gave up.
	 *
	 * @param total of all that the filter finds
	 * @param next after which one the next page begins
	 */
	public record FailedJobs(List<FailedJob> jobs, long total, Optional<JobId> next) {
	}

	/** One page of what gave up. */
	public FailedJobs failed(JobFilter filter, Optional<JobId> after, Person by) {
		by.requireOversight();
		List<FailedJob> found = jobs.failed(filter, after, AT_ONCE + 1);
		boolean more = found.size() > AT_ONCE;
		List<FailedJob> page = more ? found.subList(0, AT_ONCE) : found;
		return new FailedJobs(page, jobs.failed(filter),
				more ? Optional.of(page.get(AT_ONCE - 1).id()) : Optional.empty());
	}

	/** What is due next, by itself. */
	public List<ComingTimer> timers(Person by) {
		by.requireOversight();
		return jobs.timers(AT_ONCE);
	}

	/** How the desk is now. */
	public DeskStanding standing(Person by) {
		by.requireOversight();
		Versions versions = new Versions(
				Optional.ofNullable(ReadOperations.class.getPackage().getImplementationVersion()), engine.engine(),
				engine.modelsHere(), engine.modelsDeployed(), System.getProperty("java.version"), database.version(),
				database.migrations());
		return new DeskStanding(versions, engine.nodes(), database.standing(), disks.folders(), outbox(),
				space.largest(), keys.all());
	}

	private Outbox outbox() {
		return outbox.latest()
			.map(latest -> new Outbox(true, latest.waiting(), latest.oldest(), latest.failed(), postOffice.trouble()))
			.orElseGet(() -> new Outbox(false, 0, Optional.empty(), 0, postOffice.trouble()));
	}

}
