package org.calltolocalaction.process.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.calltolocalaction.coordination.moves.Move;
import org.calltolocalaction.coordination.moves.MoveForecast.Result;
import org.calltolocalaction.coordination.moves.MoveForecast;
import org.calltolocalaction.coordination.moves.MoveId;
import org.calltolocalaction.coordination.moves.MoveToNewest;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.process.moves.MovePlans.Plan;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A move goes on whatever becomes of the node that does it, and whoever helps. */
@DeskTest
class MovesOfSeveralNodesTests {

	private static final int SEVERAL = 40;

	@Autowired
	private MoveToNewest moves;

	@Autowired
	private MovePlans plans;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private Clock clock;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Story story;

	private ModelKey model;

	private Person coordinator;

	@BeforeEach
	void a_model_of_its_own() {
		model = new ModelKey("moved-" + UUID.randomUUID());
		coordinator = story.coordinator();
	}

	@AfterEach
	void nothing_of_it_is_left_in_the_engine() {
		engine.getRepositoryService()
			.createDeploymentQuery()
			.deploymentName(model.value())
			.list()
			.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true, true));
	}

	@Test
	void where_a_node_dies_in_the_middle_of_a_process_another_one_goes_on_with_that_one() {
		MoveId move = begun(3);
		AtomicInteger moved = new AtomicInteger();

		assertThatExceptionOfType(NodeDies.class).isThrownBy(node(new MoveOne(runtime, jdbc, transactions) {

			@Override
			Result move(Plan plan, String process, Kept written) {
				return super.move(plan, process, () -> {
					boolean kept = written.write();
					// The engine has moved it, and it is noted; nothing is committed.
					if (moved.incrementAndGet() == 2) {
						throw new NodeDies();
					}
					return kept;
				});
			}
		})::portion);

		assertThat(seen(move).happened().moved()).isOne();
		assertThat(running(2)).as("moved before it died").isOne();
		assertThat(running(1)).as("as if nothing had begun").isEqualTo(2);
		assertThat(seen(move).running()).isTrue();

		goesOn(node(new MoveOne(runtime, jdbc, transactions)));

		assertThat(running(2)).isEqualTo(3);
		assertThat(seen(move).running()).isFalse();
		assertThat(seen(move).asForetold()).isTrue();
		assertThat(endings()).isOne();
	}

	@Test
	void of_two_nodes_at_once_each_process_is_moved_by_one_and_the_end_is_noted_once() throws Exception {
		MoveId move = begun(SEVERAL);
		AtomicInteger moved = new AtomicInteger();
		List<MoveRunning> nodes = new ArrayList<>();
		IntStream.range(0, 2).forEach(number -> nodes.add(node(new MoveOne(runtime, jdbc, transactions) {

			@Override
			Result move(Plan plan, String process, Kept written) {
				return super.move(plan, process, () -> {
					boolean kept = written.write();
					moved.addAndGet(kept ? 1 : 0);
					return kept;
				});
			}
		})));

		AtOnce.atOnce(() -> goesOn(nodes.get(0)), () -> goesOn(nodes.get(1)));

		assertThat(running(2)).isEqualTo(SEVERAL);
		assertThat(moved).hasValue(SEVERAL);
		assertThat(seen(move).happened().moved()).isEqualTo(SEVERAL);
		assertThat(seen(move).asForetold()).isTrue();
		assertThat(endings()).isOne();
	}

	private MoveId begun(int processes) {
		deploy("Review");
		IntStream.range(0, processes)
			.forEach(number -> runtime.startProcessInstanceByKey(model.value(), UUID.randomUUID().toString()));
		deploy("Read");
		MoveForecast forecast = moves.forecast(model, 1, coordinator);
		return moves.begin(model, 1, "A new law", forecast.fingerprint(), coordinator).orElseThrow();
	}

	private MoveRunning node(MoveOne one) {
		return new MoveRunning(plans, one, jdbc, audit, clock, transactions);
	}

	private boolean goesOn(MoveRunning node) {
		while (seenRunning()) {
			node.portion();
		}
		return true;
	}

	private boolean seenRunning() {
		return moves.versions(model, coordinator).running().isPresent();
	}

	private Move seen(MoveId move) {
		return moves.move(model, move, "", coordinator).move();
	}

	private long running(int version) {
		String definition = engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(model.value())
			.processDefinitionVersion(version)
			.singleResult()
			.getId();
		return runtime.createProcessInstanceQuery().processDefinitionId(definition).count();
	}

	private int endings() {
		return jdbc.sql("select count(*) from audit_entry where kind = 'process.migrated' and about = ?")
			.param(model.value())
			.query(Integer.class)
			.single();
	}

	private void deploy(String step) {
		engine.getRepositoryService().createDeployment().name(model.value()).addString(model + ".bpmn", """
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
					xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="tests">
					<process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
						<startEvent id="Start"/>
						<sequenceFlow id="F1" sourceRef="Start" targetRef="Task_Review"/>
						<userTask id="Task_Review" name="%s"/>
						<sequenceFlow id="F2" sourceRef="Task_Review" targetRef="End"/>
						<endEvent id="End"/>
					</process>
				</definitions>""".formatted(model, step)).deploy();
	}

	private static final class NodeDies extends Error {

		private static final long serialVersionUID = 1;

	}

}
