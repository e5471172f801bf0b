package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.calltolocalaction.coordination.moves.Move;
import org.calltolocalaction.coordination.moves.MoveForecast;
import org.calltolocalaction.coordination.moves.MoveId;
import org.calltolocalaction.coordination.moves.MoveToNewest;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.process.moves.MoveRunning;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long it takes to move running processes to a newer version of their model, on one
 * node: each as a pledge under review is, with three open reviews and four timers.
 */
@DeskTest
class MoveBenchmark {

	@Autowired
	private MoveToNewest moves;

	@Autowired
	private MoveRunning running;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Story story;

	@ParameterizedTest
	@ValueSource(ints = { 1_000, 10_000 })
	void processes_move_to_a_newer_version(int processes) {
		ModelKey model = new ModelKey("moved-" + UUID.randomUUID());
		Person coordinator = story.coordinator();
		deploy(model, "Review");
		IntStream.range(0, processes)
			.forEach(number -> engine.getRuntimeService()
				.startProcessInstanceByKey(model.value(), UUID.randomUUID().toString()));
		deploy(model, "Read");

		long begun = System.nanoTime();
		MoveForecast forecast = moves.forecast(model, 1, coordinator);
		report(processes, "forecast", begun);
		begun = System.nanoTime();
		MoveId move = moves.begin(model, 1, "A new law", forecast.fingerprint(), coordinator).orElseThrow();
		report(processes, "begin, with its forecast", begun);
		begun = System.nanoTime();
		while (running.portion()) {
			// One takes a portion.
		}
		report(processes, "moved", begun);
		begun = System.nanoTime();
		Move done = moves.move(model, move, "", coordinator).move();
		report(processes, "page of the move", begun);

		assertThat(done.happened().moved()).isEqualTo(processes);
	}

	private static void report(int processes, String what, long begun) {
		System.out.printf(Locale.ROOT, "FIGURE %,d processes, %s: %,d ms%n", processes, what,
				Duration.ofNanos(System.nanoTime() - begun).toMillis());
	}

	private void deploy(ModelKey model, String step) {
		StringBuilder timers = new StringBuilder();
		for (int days : new int[] { 10, 14, 20, 40 }) {
			timers.append("""
					<boundaryEvent id="Timer_%1$d" attachedToRef="Reviews" cancelActivity="false">
						<timerEventDefinition><timeDuration>P%1$dD</timeDuration></timerEventDefinition>
					</boundaryEvent>
					<sequenceFlow id="T%1$d" sourceRef="Timer_%1$d" targetRef="End_%1$d"/>
					<endEvent id="End_%1$d"/>""".formatted(days));
		}
		engine.getRepositoryService()
			.createDeployment()
			.addString(model + ".bpmn",
					"""
							<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
								xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="tests">
								<process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
									<startEvent id="Start"/>
									<sequenceFlow id="F1" sourceRef="Start" targetRef="Reviews"/>
									<subProcess id="Reviews">
										<startEvent id="Start_Reviews"/>
										<sequenceFlow id="F2" sourceRef="Start_Reviews" targetRef="Task_Review"/>
										<userTask id="Task_Review" name="%s">
											<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>
										</userTask>
										<sequenceFlow id="F3" sourceRef="Task_Review" targetRef="End_Reviews"/>
										<endEvent id="End_Reviews"/>
									</subProcess>
									%s
									<sequenceFlow id="F4" sourceRef="Reviews" targetRef="End"/>
									<endEvent id="End"/>
								</process>
							</definitions>"""
						.formatted(model, step, timers))
			.deploy();
	}

}
