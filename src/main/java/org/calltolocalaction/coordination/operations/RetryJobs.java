package org.calltolocalaction.coordination.operations;

import java.util.Collection;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives steps that have given up one more try, once what stopped them was put right. */
@Service
public class RetryJobs {

	/** How many are given one at once; the others stay where they are. */
	public static final int MOST_AT_ONCE = 500;

	private final EngineJobs jobs;

	private final AuditTrail audit;

	RetryJobs(EngineJobs jobs, AuditTrail audit) {
		this.jobs = jobs;
		this.audit = audit;
	}

	/** The business key of a process, as it stands on the trail. */
	private record About(String value) {

		@Override
		public String toString() {
			return value;
		}

	}

	/**
	 * These, as far as they have still given up.
	 * @return how many were given a try
	 */
	@Transactional
	public int chosen(Collection<JobId> chosen, Person by) {
		by.requireCoordinator();
		return tryAgain(chosen.stream().distinct().limit(MOST_AT_ONCE).toList(), by);
	}

	/**
	 * All that the filter finds, some hundred at once.
	 * @return how many were given a try
	 */
	@Transactional
	public int found(JobFilter filter, Person by) {
		by.requireCoordinator();
		return tryAgain(jobs.ids(filter, MOST_AT_ONCE), by);
	}

	private int tryAgain(List<JobId> ids, Person by) {
		List<TriedAgain> tried = jobs.tryAgain(ids);
		audit.recordAll(tried.stream()
			.map(job -> AuditEntry.of("job.retried", new About(job.about()))
				.by(by)
				.with("model", job.model())
				.with("step", job.step())
				.with("job", job.job()))
			.toList());
		return tried.size();
	}

}
