package org.calltolocalaction.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.calltolocalaction.process.engine.EngineExceptions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Finds and moves what waits in the engine, by business key and by the ids of the models.
 * A repository, so that its exceptions are translated, see {@link EngineExceptions}.
 */
@Repository
class Tasks {

	static final String PLEDGE_LIFECYCLE = "pledge-lifecycle";

	static final String EDITION_CYCLE = "edition-cycle";

	static final String MAIL_DIGEST = "mail-digest";

	static final String ABSENCE = "absence";

	static final String COORDINATORS_MESSAGE = "coordinators-message";

	static final String EXTENSION = "extension";

	static final String JOIN_REQUEST = "join-request";

	static final String REVIEW_PLEDGE = "Task_ReviewPledge";

	static final String REVISE_PLEDGE = "Task_RevisePledge";

	static final String DECIDE_DISAGREEMENT = "Task_DecideDisagreement";

	static final String AWAIT_FREEZE = "Task_AwaitFreeze";

	static final String CONFIRM_CONTENTS = "Task_ConfirmContents";

	static final String APPROVE_REPORT = "Task_ApproveReport";

	static final String REVIEW_OVERDUE = "Timer_ReviewOverdue";

	static final String REVIEW_STILL_OVERDUE = "Timer_ReviewStillOverdue";

	static final String REVIEW_ESCALATION = "Timer_ReviewEscalation";

	static final String REVIEW_CUT_OFF = "Timer_ReviewCutOff";

	static final String CHANGES_REMINDER = "Timer_ChangesReminder";

	static final String NEXT_REMINDER = "Timer_NextReminder";

	static final String DEADLINE = "Timer_Deadline";

	static final String EXTENSION_REMINDER = "Timer_ExtensionReminder";

	static final String PLACEMENT_CHECK = "Boundary_PlacementQuestioned";

	static final String DIGEST_DUE = "Timer_DigestDue";

	static final String ABSENCE_BEGINS = "Timer_AbsenceBegins";

	static final String PLEDGE_WITHDRAWN = "PledgeWithdrawn";

	static final String PLACEMENT_QUESTIONED = "PlacementQuestioned";

	static final String REPORT_FROZEN = "ReportFrozen";

	static final String DEADLINE_MOVED = "DeadlineMoved";

	private static final int READ_AT_ONCE = 2_000;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final ManagementService jobs;

	private final CommandExecutor commands;

	Tasks(RuntimeService runtime, TaskService tasks, ManagementService jobs, CommandExecutor commands) {
		this.commands = commands;
		this.runtime = runtime;
		this.tasks = tasks;
		this.jobs = jobs;
	}

	void start(String process, String businessKey) {
		none(runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey, process).list(), process,
				businessKey);
		runtime.startProcessInstanceByKey(process, businessKey);
	}

	/**
	 * One for each of what is new in this transaction, so that none can be running yet:
	 * the engine looks its model up once, and writes them all at once.
	 */
	void startAll(String process, List<String> businessKeys) {
		commands.execute(context -> {
			String newest = context.getProcessEngineConfiguration()
				.getDeploymentCache()
				.findDeployedLatestProcessDefinitionByKey(process)
				.getId();
			businessKeys.forEach(businessKey -> runtime.startProcessInstanceById(newest, businessKey));
			return null;
		});
	}

	/** For what may be asked for more than once, and is to happen once. */
	void startUnlessRunning(String process, String businessKey) {
		if (running(process, businessKey) == 0) {
			runtime.startProcessInstanceByKey(process, businessKey);
		}
	}

	/** Breaks a process off, whatever it waits for: what it was about is no more. */
	void end(String process, String businessKey, String why) {
		ProcessInstance running = only(
				runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey, process).list(), process,
				businessKey);
		runtime.deleteProcessInstance(running.getProcessInstanceId(), why);
	}

	/** The same where it may be over already. */
	void endIfRunning(String process, String businessKey, String why) {
		if (running(process, businessKey) > 0) {
			end(process, businessKey, why);
		}
	}

	private long running(String process, String businessKey) {
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey, process).count();
	}

	void correlate(String message, String businessKey) {
		List<Execution> waiting = runtime.createExecutionQuery()
			.processInstanceBusinessKey(businessKey)
			.messageEventSubscriptionName(message)
			.list();
		runtime.messageEventReceived(message, only(waiting, message, businessKey).getId());
	}

	/**
	 * Where the job to which the message leads has not run yet, it runs for this message
	 * too: it is due now, with at least one try, and if it is running at this very
	 * moment, then it has to begin again.
	 */
	void correlateOrRenew(String job, String message, String businessKey) {
		List<Execution> before = runtime.createExecutionQuery()
			.processInstanceBusinessKey(businessKey)
			.activityId(job)
			.list();
		if (before.isEmpty()) {
			correlate(message, businessKey);
		}
		else {
			renew(jobs.createJobQuery().executionId(only(before, job, businessKey).getId()).singleResult());
		}
	}

	// The changed due date gives the row a new version, with which a run that began
	// before it cannot end.
	private void renew(Job job) {
		jobs.setJobRetries(Math.max(job.getRetries(), 1))
			.jobId(job.getId())
			.dueDate(ClockUtil.getCurrentTime())
			.execute();
	}

	/** Asks the model anew when the timer is due, wherever it waits. */
	void resetTimer(String timer, String process, String businessKey) {
		timers(timer, process, businessKey).forEach(job -> jobs.recalculateJobDuedate(job.getId(), false));
	}

	/** Has the timers of these jobs due then, as whoever planned it has said. */
	void setDue(Map<String, Instant> due) {
		List<String> all = due.keySet().stream().sorted().toList();
		together(() -> {
			for (int from = 0; from < all.size(); from += READ_AT_ONCE) {
				// Read together: the engine finds them in its memory then.
				jobs.createJobQuery()
					.jobIds(Set.copyOf(all.subList(from, Math.min(all.size(), from + READ_AT_ONCE))))
					.list();
			}
			all.forEach(job -> jobs.setJobDuedate(job, Date.from(due.get(job)), false));
		});
	}

	/**
	 * What is done to many processes is written at once, when the last of it is done, and
	 * not after each.
	 */
	void together(Runnable work) {
		commands.execute(context -> {
			work.run();
			return null;
		});
	}

	/** When a process's timer is due next; empty where it does not wait for it. */
	Optional<Instant> due(String timer, String process, String businessKey) {
		return timers(timer, process, businessKey).map(Job::getDuedate).map(Date::toInstant).min(Instant::compareTo);
	}

	private Stream<Job> timers(String timer, String process, String businessKey) {
		return runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(businessKey, process)
			.list()
			.stream()
			.flatMap(instance -> jobs.createJobQuery()
				.processInstanceId(instance.getId())
				.activityId(timer)
				.list()
				.stream());
	}

	void complete(String task, String businessKey, Map<String, Object> routingResult) {
		tasks.complete(only(query(task, businessKey).list(), task, businessKey).getId(), routingResult);
	}

	/**
	 * One more task among those of a list that run side by side. Its row is there
	 * already: the listeners, which would open another one, are left out.
	 */
	void startOneMore(String task, String businessKey, String variable, String value) {
		modify(businessKey).startBeforeActivity(task).setVariableLocal(variable, value).execute(true, false);
	}

	/**
	 * The same in the place of what is waited for no longer: the process is at one of the
	 * others.
	 */
	void startInstead(List<String> others, String task, String businessKey, String variable, String value) {
		ActivityInstance all = runtime.getActivityInstance(running(businessKey).getId());
		List<String> present = others.stream().filter(other -> isAt(other, all)).toList();
		ProcessInstanceModificationBuilder modification = modify(businessKey).startBeforeActivity(task)
			.setVariableLocal(variable, value)
			.cancelAllForActivity(only(present, String.join(" or ", others), businessKey));
		modification.execute(true, false);
	}

	/** The same where the process is at its end: in a new one. */
	void startAfterTheEnd(String task, String businessKey, String variable, String value) {
		if (running(PLEDGE_LIFECYCLE, businessKey) > 0) {
			// A mail that cannot be written yet keeps the process, although nobody is
			// waited for.
			ActivityInstance all = runtime.getActivityInstance(running(businessKey).getId());
			none(List.of(all.getChildActivityInstances()), PLEDGE_LIFECYCLE, businessKey);
			startOneMore(task, businessKey, variable, value);
		}
		else {
			runtime.createProcessInstanceByKey(PLEDGE_LIFECYCLE)
				.businessKey(businessKey)
				.startBeforeActivity(task)
				.setVariableLocal(variable, value)
				.execute(true, false);
		}
	}

	private static boolean isAt(String activity, ActivityInstance all) {
		return all.getActivityInstances(activity).length + all.getTransitionInstances(activity).length > 0;
	}

	private ProcessInstanceModificationBuilder modify(String businessKey) {
		return runtime.createProcessInstanceModification(running(businessKey).getId());
	}

	private ProcessInstance running(String businessKey) {
		return only(
				runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey, PLEDGE_LIFECYCLE).list(),
				PLEDGE_LIFECYCLE, businessKey);
	}

	void completeOf(String candidateGroup, String task, String businessKey) {
		tasks.complete(of(candidateGroup, task, businessKey).getId());
	}

	void assign(String candidateGroup, String task, String businessKey, @Nullable String assignee) {
		tasks.setAssignee(of(candidateGroup, task, businessKey).getId(), assignee);
	}

	List<Task> open(String task) {
		return tasks.createTaskQuery().taskDefinitionKey(task).list();
	}

	private Task of(String candidateGroup, String task, String businessKey) {
		return only(query(task, businessKey).taskCandidateGroup(candidateGroup).includeAssignedTasks().list(), task,
				businessKey + " for " + candidateGroup);
	}

	private TaskQuery query(String task, String businessKey) {
		return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(task);
	}

	private static void none(List<?> found, String what, String whose) {
		if (!found.isEmpty()) {
			throw new IllegalStateException(
					"Expected no running %s of %s and found %d".formatted(what, whose, found.size()));
		}
	}

	private static <T> T only(List<T> found, String what, String whose) {
		if (found.size() != 1) {
			throw new IllegalStateException(
					"Expected exactly one open %s of %s and found %d".formatted(what, whose, found.size()));
		}
		return found.get(0);
	}

}
