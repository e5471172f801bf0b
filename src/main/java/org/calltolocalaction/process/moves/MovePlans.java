package org.calltolocalaction.process.moves;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.calltolocalaction.coordination.moves.MoveForecast.Replaced;
import org.calltolocalaction.coordination.moves.ModelStep;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.kernel.NotFound;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstructionsBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/**
 * Which step of the older version is which of the newer one: those of the same id, and
 * those that the newer model names by its property {@code was}.
 */
@Component
class MovePlans {

	/**
	 * The property of a node that takes the place of one that is not there any more; its
	 * value is the id of that one.
	 */
	static final String WAS = "was";

	private final RepositoryService models;

	private final RuntimeService runtime;

	MovePlans(ProcessEngine engine) {
		this.models = engine.getRepositoryService();
		this.runtime = engine.getRuntimeService();
	}

	/**
	 * How to move, as the engine is told.
	 *
	 * @param gone steps that the newer version has not
	 * @param added steps that only the newer version has
	 * @param names what the models call their steps
	 */
	record Plan(MigrationPlan instructions, List<Replaced> gone, List<ModelStep> added, Map<String, String> names) {

		String from() {
			return instructions.getSourceProcessDefinitionId();
		}

		/** What the engine has made of a step that is run for several keeps its name. */
		ModelStep step(String id) {
			String bare = id.replaceAll("#.*", "");
			return new ModelStep(bare, names.getOrDefault(bare, bare));
		}

	}

	Plan plan(ModelKey model, int from, int to) {
		ProcessDefinition older = definition(model, from);
		ProcessDefinition newer = definition(model, to);
		Map<String, FlowNode> before = nodes(models.getBpmnModelInstance(older.getId()));
		Map<String, FlowNode> after = nodes(models.getBpmnModelInstance(newer.getId()));
		Map<String, String> successors = successors(after.values());
		successors.keySet().removeIf(was -> after.containsKey(was) || !before.containsKey(was));
		Map<String, String> names = new TreeMap<>();
		before.values().forEach(node -> names.put(node.getId(), name(node)));
		after.values().forEach(node -> names.put(node.getId(), name(node)));
		successors.entrySet().removeIf(pair -> !possible(older, newer, Map.of(pair.getKey(), pair.getValue())));
		List<Replaced> gone = before.keySet()
			.stream()
			.filter(id -> !after.containsKey(id))
			.map(id -> new Replaced(step(id, names),
					Optional.ofNullable(successors.get(id)).map(by -> step(by, names))))
			.toList();
		List<ModelStep> added = after.keySet()
			.stream()
			.filter(id -> !before.containsKey(id) && !successors.containsValue(id))
			.map(id -> step(id, names))
			.toList();
		return new Plan(instructions(older, newer, successors), gone, added, names);
	}

	private ProcessDefinition definition(ModelKey model, int version) {
		return Optional
			.ofNullable(models.createProcessDefinitionQuery()
				.processDefinitionKey(model.value())
				.processDefinitionVersion(version)
				.singleResult())
			.orElseThrow(() -> new NotFound("Version %d of %s".formatted(version, model)));
	}

	private boolean possible(ProcessDefinition older, ProcessDefinition newer, Map<String, String> successors) {
		try {
			instructions(older, newer, successors);
			return true;
		}
		catch (MigrationPlanValidationException otherKind) {
			return false;
		}
	}

	// Event triggers are not updated: a timer is due when it was due before.
	private MigrationPlan instructions(ProcessDefinition older, ProcessDefinition newer,
			Map<String, String> successors) {
		MigrationInstructionsBuilder plan = runtime.createMigrationPlan(older.getId(), newer.getId())
			.mapEqualActivities();
		successors.forEach(plan::mapActivities);
		return plan.build();
	}

	private static Map<String, FlowNode> nodes(BpmnModelInstance model) {
		Map<String, FlowNode> nodes = new TreeMap<>();
		model.getModelElementsByType(FlowNode.class).forEach(node -> nodes.put(node.getId(), node));
		return nodes;
	}

	private static Map<String, String> successors(Collection<FlowNode> nodes) {
		Map<String, String> successors = new LinkedHashMap<>();
		nodes.stream()
			.filter(node -> node.getExtensionElements() != null)
			.forEach(node -> node.getExtensionElements()
				.getElementsQuery()
				.filterByType(CamundaProperties.class)
				.list()
				.stream()
				.map(CamundaProperties::getCamundaProperties)
				.flatMap(Collection::stream)
				.filter(property -> WAS.equals(property.getCamundaName()))
				.map(CamundaProperty::getCamundaValue)
				.forEach(was -> successors.putIfAbsent(was, node.getId())));
		return successors;
	}

	private static ModelStep step(String id, Map<String, String> names) {
		return new ModelStep(id, names.getOrDefault(id, id));
	}

	private static String name(FlowNode node) {
		return node.getName() == null ? node.getId() : node.getName().replaceAll("\\s+", " ").strip();
	}

}
