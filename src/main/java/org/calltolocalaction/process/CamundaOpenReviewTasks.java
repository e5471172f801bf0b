package org.calltolocalaction.process;

import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.process.steps.PledgeSteps;
import org.calltolocalaction.reviews.OpenReviewTasks;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Reads the open review tasks from the engine; for the consistency check only, since it
 * asks task by task.
 */
@Component
class CamundaOpenReviewTasks implements OpenReviewTasks {

	private final Tasks tasks;

	private final TaskService taskService;

	private final RuntimeService runtime;

	CamundaOpenReviewTasks(Tasks tasks, TaskService taskService, RuntimeService runtime) {
		this.tasks = tasks;
		this.taskService = taskService;
		this.runtime = runtime;
	}

	@Override
	public Set<ReviewTask> all() {
		return tasks.open(Tasks.REVIEW_PLEDGE).stream().map(this::read).collect(Collectors.toSet());
	}

	private ReviewTask read(Task task) {
		String reference = runtime.createProcessInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.singleResult()
			.getBusinessKey();
		return new ReviewTask(new PledgeReference(reference),
				new PartnerCode((String) taskService.getVariable(task.getId(), PledgeSteps.PARTNER)));
	}

}
