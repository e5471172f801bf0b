package org.calltolocalaction.endtoend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.coordination.moves.MoveToNewest;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.process.moves.MoveRunning;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Moves of running processes to a newer version of their model. */
class TrailOfMovesTests extends TrailTest {

	private static final String REASON = "A new law";

	@Override
	List<Act> acts() {
		return List.of(new Act("MoveToNewest.begin", "process.migration-begun",
				() -> Trace
					.by(story.coordinator(), moved(),
							Map.of("migration", ANY, "from", 1, "to", 2, "moving", 1, "staying", 0))
					.personal("reason", REASON)),
				new Act("by the desk", "process.migrated", () -> {
					ModelKey model = moved();
					while (use(MoveRunning.class).portion()) {
						// One takes a portion.
					}
					return Trace.byTheDesk(model,
							Map.of("migration", ANY, "from", 1, "to", 2, "moved", 1, "stayed", 0, "over", 0));
				}));
	}

	private ModelKey moved() {
		ModelKey model = new ModelKey("trail-" + UUID.randomUUID());
		deploy(model, "Sign");
		use(RuntimeService.class).startProcessInstanceByKey(model.value(), model.value());
		deploy(model, "Sign again");
		MoveToNewest moves = use(MoveToNewest.class);
		moves.begin(model, 1, REASON, moves.forecast(model, 1, story.coordinator()).fingerprint(), story.coordinator());
		return model;
	}

	private void deploy(ModelKey model, String step) {
		ByteArrayOutputStream drawn = new ByteArrayOutputStream();
		Bpmn.writeModelToStream(drawn,
				Bpmn.createExecutableProcess(model.value())
					.camundaHistoryTimeToLiveString("P1D")
					.startEvent()
					.userTask("Task_Sign")
					.name(step)
					.endEvent()
					.done());
		use(ProcessEngine.class).getRepositoryService()
			.createDeployment()
			.addInputStream(model + ".bpmn", new ByteArrayInputStream(drawn.toByteArray()))
			.deploy();
	}

}
