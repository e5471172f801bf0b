package org.calltolocalaction.process.moves;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.moves.MoveForecast.Result;
import org.calltolocalaction.coordination.moves.ModelStep;
import org.calltolocalaction.coordination.moves.WhyStayed;
import org.calltolocalaction.process.moves.MovePlans.Plan;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves one process, or tries and undoes it: what the engine says of a move is known only
 * when it is done. Whatever goes wrong leaves the process as it was.
 */
@Component
class MoveOne {

	private static final Logger log = LoggerFactory.getLogger(MoveOne.class);

	private static final String TIMERS = """
			select job.id_, job.duedate_, definition.act_id_ from act_ru_job job
			join act_ru_jobdef definition on definition.id_ = job.job_def_id_
			where job.process_instance_id_ = ? and job.type_ = 'timer'""";

	private final RuntimeService runtime;

	private final JdbcClient jdbc;

	private final TransactionTemplate own;

	MoveOne(RuntimeService runtime, JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.runtime = runtime;
		this.jdbc = jdbc;
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	private record Timer(Instant due, String step) {
	}

	/** What would become of it; nothing is changed. */
	Result tried(Plan plan, String process) {
		return move(plan, process, () -> false);
	}

	/**
	 * Moves it where it can be.
	 * @param written what is written in the same transaction; where it says that somebody
	 * else was first, nothing is moved
	 */
	Result move(Plan plan, String process, Kept written) {
		try {
			return own.execute(status -> {
				Map<String, Timer> before = timers(process);
				runtime.newMigration(plan.instructions())
					.processInstanceIds(List.of(process))
					// Nothing of the process happens: nobody is asked or told again.
					.skipCustomListeners()
					.execute();
				Result result = compared(plan, before, timers(process));
				if (!result.moves() || !written.write()) {
					status.setRollbackOnly();
				}
				return result;
			});
		}
		catch (MigratingProcessInstanceValidationException refused) {
			return refused(plan, refused.getValidationReport());
		}
		catch (OptimisticLockingException | DataAccessException | TransactionException meanwhile) {
			return stays(WhyStayed.BUSY, Optional.empty());
		}
		catch (ProcessEngineException failed) {
			log.warn("The process {} could not be moved to {}", process,
					plan.instructions().getTargetProcessDefinitionId(), failed);
			return stays(WhyStayed.FAILED, Optional.empty());
		}
	}

	/** Notes that it was moved. */
	interface Kept {

		boolean write();

	}

	private static Result compared(Plan plan, Map<String, Timer> before, Map<String, Timer> after) {
		Set<String> kept = new HashSet<>(before.keySet());
		kept.retainAll(after.keySet());
		Optional<ModelStep> changed = before.entrySet()
			.stream()
			.filter(timer -> !after.getOrDefault(timer.getKey(), timer.getValue()).due().equals(timer.getValue().due()))
			.map(timer -> plan.step(timer.getValue().step()))
			.sorted()
			.findFirst();
		if (changed.isPresent()) {
			return stays(WhyStayed.DATE_WOULD_CHANGE, changed);
		}
		return new Result(Optional.empty(), Optional.empty(), kept.size(), steps(plan, before, kept),
				steps(plan, after, kept));
	}

	private static SortedSet<ModelStep> steps(Plan plan, Map<String, Timer> timers, Set<String> without) {
		SortedSet<ModelStep> steps = new TreeSet<>();
		timers.forEach((id, timer) -> {
			if (!without.contains(id)) {
				steps.add(plan.step(timer.step()));
			}
		});
		return steps;
	}

	private Map<String, Timer> timers(String process) {
		Map<String, Timer> timers = new LinkedHashMap<>();
		jdbc.sql(TIMERS).param(process).query(row -> {
			timers.put(row.getString(1), new Timer(row.getTimestamp(2).toInstant(), row.getString(3)));
		});
		return timers;
	}

	/** What the engine says, in the words of the desk. */
	private static Result refused(Plan plan, MigratingProcessInstanceValidationReport report) {
		List<String> at = Stream
			.concat(report.getActivityInstanceReports()
				.stream()
				.map(MigratingActivityInstanceValidationReport::getSourceScopeId),
					report.getTransitionInstanceReports()
						.stream()
						.map(MigratingTransitionInstanceValidationReport::getSourceScopeId))
			.toList();
		log.info("A process stays under {}: {}", plan.from(), messages(report));
		Optional<ModelStep> step = at.stream().map(plan::step).sorted().findFirst();
		boolean gone = step.isPresent()
				&& plan.gone().stream().anyMatch(replaced -> replaced.step().equals(step.get()));
		return stays(gone ? WhyStayed.STEP_GONE : step.isPresent() ? WhyStayed.STEP_CHANGED : WhyStayed.FAILED, step);
	}

	private static List<String> messages(MigratingProcessInstanceValidationReport report) {
		return Stream.of(report.getFailures().stream(),
				report.getActivityInstanceReports().stream().map(one -> one.getFailures()).flatMap(Collection::stream),
				report.getTransitionInstanceReports()
					.stream()
					.map(one -> one.getFailures())
					.flatMap(Collection::stream))
			.flatMap(stream -> stream)
			.toList();
	}

	static Result stays(WhyStayed why, Optional<ModelStep> step) {
		return new Result(Optional.of(why), step, 0, new TreeSet<>(), new TreeSet<>());
	}

}
