package org.calltolocalaction.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.testing.AtOnce;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Programs of different ages on one database: whose models are in force, and that they
 * are there before anybody asks.
 */
class ModelReleaseTests {

	private static final String TABLE = "deadline-check";

	private final String url = Node.aDatabaseWithTables();

	@Test
	void the_release_is_that_of_the_models_as_they_are() throws IOException {
		PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
		List<ModelRelease.Line> lines = ModelRelease.lines(resources);
		ModelRelease present = new ModelRelease(resources, (JdbcClient) null, Clock.systemUTC());

		assertThat(lines).extracting(ModelRelease.Line::number).isSorted().doesNotHaveDuplicates();
		assertThat(lines.get(lines.size() - 1).sha256())
			.as("The models have changed. Add to processes/releases.txt: %d %s", present.number() + 1, present.sha256())
			.isEqualTo(present.sha256());
	}

	@Test
	void an_older_program_that_starts_beside_a_newer_one_leaves_its_models_in_force() throws IOException {
		try (Node newer = Node.on(url, 2, models("the new step", "2"));
				Node older = Node.on(url, 1, models("the old step", "1"))) {
			assertThat(inForce(newer)).isEqualTo("the new step");
			assertThat(inForce(older)).as("what begins there, too").isEqualTo("the new step");
			assertThat(tableInForce(older)).contains("<!--2-->");
			assertThat(versions(older)).isOne();
		}
	}

	@Test
	void a_newer_program_deploys_what_has_changed_and_only_that() throws IOException {
		Node.on(url, 1, models("a step")).close();
		try (Node newer = Node.on(url, 2, models("another step"))) {
			assertThat(inForce(newer)).isEqualTo("another step");
			assertThat(versions(newer)).isEqualTo(2);
		}
	}

	@Test
	void a_program_that_comes_back_after_a_newer_one_is_gone_deploys_nothing_either() throws IOException {
		Node.on(url, 1, models("the old step")).close();
		Node.on(url, 2, models("the new step")).close();
		try (Node back = Node.on(url, 1, models("the old step"))) {
			assertThat(inForce(back)).isEqualTo("the new step");
			assertThat(versions(back)).isEqualTo(2);
		}
	}

	@Test
	void starting_again_deploys_nothing() throws IOException {
		Node.on(url, 1, models("a step")).close();
		try (Node again = Node.on(url, 1, models("a step"))) {
			assertThat(versions(again)).isOne();
			assertThat(again.engine().getRepositoryService().createDeploymentQuery().count()).isOne();
		}
	}

	@Test
	void two_that_start_at_once_on_a_new_database_make_its_tables_and_deploy_once() throws Exception {
		String empty = Node.anEmptyDatabase();
		List<Node> both = AtOnce.atOnce(() -> Node.on(empty, 1, models("a step")),
				() -> Node.on(empty, 1, models("a step")));
		try (Node one = both.get(0); Node other = both.get(1)) {
			assertThat(versions(one)).isOne();
			assertThat(other.engine().getRepositoryService().createDeploymentQuery().count()).isOne();
			assertThat(other.jdbc().sql("select release from engine_models").query(Integer.class).list())
				.containsExactly(1);
		}
	}

	@Test
	void when_a_node_has_started_it_has_read_every_model_that_may_be_asked_for() throws IOException {
		try (Node before = Node.on(url, 1, models("a step", "1"))) {
			before.begins(1);
		}
		Node.on(url, 2, models("another step", "2")).close();
		Node.on(url, 3, models("a third step", "3")).close();

		try (Node node = Node.on(url, 3, models("a third step", "3"))) {
			DeploymentCache read = node.get(SpringTransactionsProcessEngineConfiguration.class).getDeploymentCache();
			RepositoryService models = node.engine().getRepositoryService();
			assertThat(models.createProcessDefinitionQuery().list()).hasSize(3)
				.filteredOn(model -> read.getProcessDefinitionCache().get(model.getId()) != null)
				.extracting(ProcessDefinition::getVersion)
				.as("the newest, and the first, on which something runs")
				.containsExactlyInAnyOrder(1, 3);
			assertThat(models.createDecisionDefinitionQuery().latestVersion().list()).singleElement()
				.extracting(DecisionDefinition::getId)
				.satisfies(id -> assertThat(read.getDecisionDefinitionCache().get(id)).isNotNull());
		}
	}

	@Test
	void what_begins_first_of_all_after_a_start_begins() throws Exception {
		Node.on(url, 1, models("a step")).close();
		try (Node node = Node.on(url, 1, models("a step"))) {
			AtOnce.atOnce(() -> node.get(RuntimeService.class).startProcessInstanceByKey(Node.PROCESS),
					() -> node.get(RuntimeService.class).startProcessInstanceByKey(Node.PROCESS));
			assertThat(node.jobs()).isEqualTo(2);
		}
	}

	/** A process whose step has this name. */
	private static Map<String, byte[]> models(String step) {
		return Map.of(Node.PROCESS + ".bpmn", Node.model(step));
	}

	/** The same, and a decision table with a mark in it. */
	private static Map<String, byte[]> models(String step, String mark) throws IOException {
		String table = Files.readString(Path.of("processes", TABLE + ".dmn"));
		return Map.of(Node.PROCESS + ".bpmn", Node.model(step), TABLE + ".dmn",
				(table + "<!--" + mark + "-->").getBytes(StandardCharsets.UTF_8));
	}

	private static String inForce(Node node) {
		RepositoryService models = node.engine().getRepositoryService();
		ProcessDefinition newest = models.createProcessDefinitionQuery().latestVersion().singleResult();
		return models.getBpmnModelInstance(newest.getId()).<ServiceTask>getModelElementById("Task_Step").getName();
	}

	private static String tableInForce(Node node) throws IOException {
		RepositoryService models = node.engine().getRepositoryService();
		DecisionDefinition newest = models.createDecisionDefinitionQuery().latestVersion().singleResult();
		return new String(models.getDecisionModel(newest.getId()).readAllBytes(), StandardCharsets.UTF_8);
	}

	private static long versions(Node node) {
		return node.engine().getRepositoryService().createProcessDefinitionQuery().count();
	}

}
