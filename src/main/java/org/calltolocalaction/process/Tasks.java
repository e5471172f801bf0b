package org.calltolocalaction.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Finds and moves what waits in the engine, by business key and by the ids of the models. */
@Component
class Tasks {

	static final String PLEDGE_LIFECYCLE = "pledge-lifecycle";

	static final String EDITION_CYCLE = "edition-cycle";

	static final String MAIL_DELIVERY = "mail-delivery";

	static final String REVIEW_PLEDGE = "Task_ReviewPledge";

	static final String REVISE_PLEDGE = "Task_RevisePledge";

	static final String DECIDE_DISAGREEMENT = "Task_DecideDisagreement";

	static final String CONFIRM_CONTENTS = "Task_ConfirmContents";

	static final String APPROVE_REPORT = "Task_ApproveReport";

	private final RuntimeService runtime;

	private final TaskService tasks;

	Tasks(RuntimeService runtime, TaskService tasks) {
		this.runtime = runtime;
		this.tasks = tasks;
	}

	void start(String process, String businessKey) {
		runtime.startProcessInstanceByKey(process, businessKey);
	}

	void correlate(String message, String businessKey) {
		runtime.createMessageCorrelation(message).processInstanceBusinessKey(businessKey).correlate();
	}

	void complete(String task, String businessKey, Map<String, Object> routingResult) {
		tasks.complete(only(query(task, businessKey), task, businessKey).getId(), routingResult);
	}

	void completeOf(String candidateGroup, String task, String businessKey) {
		tasks.complete(of(candidateGroup, task, businessKey).getId());
	}

	void assign(String candidateGroup, String task, String businessKey, String assignee) {
		tasks.setAssignee(of(candidateGroup, task, businessKey).getId(), assignee);
	}

	List<Task> open(String task) {
		return tasks.createTaskQuery().taskDefinitionKey(task).list();
	}

	private Task of(String candidateGroup, String task, String businessKey) {
		return only(query(task, businessKey).taskCandidateGroup(candidateGroup).includeAssignedTasks(), task,
				businessKey + " for " + candidateGroup);
	}

	private TaskQuery query(String task, String businessKey) {
		return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(task);
	}

	private static Task only(TaskQuery query, String task, String whose) {
		List<Task> found = query.list();
		if (found.size() != 1) {
			throw new IllegalStateException(
					"Expected exactly one open %s of %s and found %d".formatted(task, whose, found.size()));
		}
		return found.get(0);
	}

}
