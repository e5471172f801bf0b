package org.calltolocalaction.process;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.rounds.ReviewTimers;
import org.calltolocalaction.reviews.rounds.RoundDates;
import org.calltolocalaction.reviews.rounds.RoundTimer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the timers of a running round anew. One that has fired, or that an older model
 * does not have, is left out.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaReviewTimers implements ReviewTimers {

	// The engine's own query finds the timers of one process at a time.
	private static final String PRESENT = """
			select way.business_key_, definition.act_id_, job.duedate_, job.id_ from act_ru_execution way
			join act_ru_job job on job.process_instance_id_ = way.proc_inst_id_
			join act_ru_jobdef definition on definition.id_ = job.job_def_id_
			where way.business_key_ = any (?) and definition.act_id_ = any (?)""";

	private final Tasks tasks;

	private final JdbcClient jdbc;

	CamundaReviewTimers(Tasks tasks, JdbcClient jdbc) {
		this.tasks = tasks;
		this.jdbc = jdbc;
	}

	@Override
	public void reset(Map<PledgeReference, RoundDates> dates) {
		Map<String, Instant> due = new HashMap<>();
		timers(dates.keySet())
			.forEach(timer -> due.put(timer.job(), known(dates, timer.reference()).of(timer.timer())));
		tasks.setDue(due);
	}

	@Override
	public Map<PledgeReference, Map<RoundTimer, Instant>> present(Collection<PledgeReference> references) {
		Map<PledgeReference, Map<RoundTimer, Instant>> present = new HashMap<>();
		timers(references)
			.forEach(timer -> present.computeIfAbsent(timer.reference(), pledge -> new EnumMap<>(RoundTimer.class))
				.put(timer.timer(), timer.due()));
		return present;
	}

	private record Waiting(PledgeReference reference, RoundTimer timer, Instant due, String job) {
	}

	private List<Waiting> timers(Collection<PledgeReference> references) {
		Map<String, RoundTimer> timers = Stream.of(RoundTimer.values())
			.collect(Collectors.toMap(CamundaReviewTimers::activity, Function.identity()));
		return jdbc.sql(PRESENT)
			.params(references.stream().map(PledgeReference::value).toArray(String[]::new),
					timers.keySet().toArray(String[]::new))
			.query((row, number) -> new Waiting(new PledgeReference(row.getString(1)), known(timers, row.getString(2)),
					row.getTimestamp(3).toInstant(), row.getString(4)))
			.list();
	}

	// Nothing else was asked for.
	private static <K, V> V known(Map<K, V> asked, K key) {
		return Objects.requireNonNull(asked.get(key), () -> "Not asked for " + key);
	}

	private static String activity(RoundTimer timer) {
		return switch (timer) {
			case DUE -> Tasks.REVIEW_OVERDUE;
			case LEADS_TOLD -> Tasks.REVIEW_STILL_OVERDUE;
			case COORDINATORS_TOLD -> Tasks.REVIEW_ESCALATION;
			case CUT_OFF -> Tasks.REVIEW_CUT_OFF;
		};
	}

}
