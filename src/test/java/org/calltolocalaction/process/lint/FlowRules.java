package org.calltolocalaction.process.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Rules of bpmnlint about flows, and about nodes that have none. */
final class FlowRules {

	static final List<ModelRule> ALL = List.of(new ModelRule("conditional-flows", FlowRules::withoutCondition),
			new ModelRule("label-required", FlowRules::unnamed),
			new ModelRule("no-disconnected", FlowRules::disconnected),
			new ModelRule("no-duplicate-sequence-flows", FlowRules::duplicates),
			new ModelRule("no-implicit-end", FlowRules::implicitEnds),
			new ModelRule("no-implicit-start", FlowRules::implicitStarts));

	private FlowRules() {
	}

	/** Whether the flow is taken only sometimes. */
	static boolean isConditional(SequenceFlow flow) {
		return flow.getConditionExpression() != null || isDefault(flow);
	}

	private static boolean isDefault(SequenceFlow flow) {
		return flow.getId().equals(flow.getSource().getAttributeValue("default"));
	}

	/** Where one way out is a choice, all of them are. */
	private static Stream<? extends BaseElement> withoutCondition(Model model) {
		return model.all(FlowNode.class)
			.map(model::outOf)
			.filter(ways -> ways.stream().anyMatch(FlowRules::isConditional))
			.flatMap(List::stream)
			.filter(flow -> !isConditional(flow));
	}

	/**
	 * What a reader has to be told. A join, or a flow without a condition, has nothing to
	 * say.
	 */
	private static Stream<? extends BaseElement> unnamed(Model model) {
		return model.all(FlowElement.class)
			.filter(element -> element instanceof SequenceFlow flow ? flow.getConditionExpression() != null
					: element instanceof FlowNode node && hasToBeNamed(node, model))
			.filter(element -> element.getName() == null || element.getName().isBlank());
	}

	private static boolean hasToBeNamed(FlowNode node, Model model) {
		if (node instanceof ParallelGateway || node instanceof EventBasedGateway || node instanceof SubProcess) {
			return false;
		}
		return !(node instanceof Gateway) || model.outOf(node).size() > 1;
	}

	private static Stream<? extends BaseElement> disconnected(Model model) {
		return model.all(FlowNode.class)
			.filter(node -> !Model.isEventSubProcess(node) && !isCompensation(node) && !Model.isInAdHocSubProcess(node))
			.filter(node -> model.into(node).isEmpty() && model.outOf(node).isEmpty());
	}

	/** Two flows that are always taken together, and the nodes they join. */
	private static Stream<? extends BaseElement> duplicates(Model model) {
		Set<List<Object>> before = new HashSet<>();
		return model.all(SequenceFlow.class)
			.filter(flow -> !before.add(List.of(flow.getSource().getId(), flow.getTarget().getId(), condition(flow))))
			.flatMap(flow -> Stream.of(flow, flow.getSource(), flow.getTarget()));
	}

	private static String condition(SequenceFlow flow) {
		return Optional.ofNullable(flow.getConditionExpression()).map(ConditionExpression::getTextContent).orElse("");
	}

	private static Stream<? extends BaseElement> implicitEnds(Model model) {
		return model.all(FlowNode.class)
			.filter(node -> model.outOf(node).isEmpty())
			.filter(node -> !(node instanceof EndEvent) && !Model.isEventSubProcess(node) && !isCompensation(node)
					&& !(node instanceof IntermediateThrowEvent && Model.defines(node, LinkEventDefinition.class))
					&& !Model.isInAdHocSubProcess(node));
	}

	private static Stream<? extends BaseElement> implicitStarts(Model model) {
		return model.all(FlowNode.class)
			.filter(node -> model.into(node).isEmpty())
			.filter(node -> !(node instanceof StartEvent) && !(node instanceof BoundaryEvent)
					&& !Model.isEventSubProcess(node) && !(node instanceof Activity && isCompensation(node))
					&& !(node instanceof IntermediateCatchEvent && Model.defines(node, LinkEventDefinition.class))
					&& !Model.isInAdHocSubProcess(node));
	}

	private static boolean isCompensation(FlowNode node) {
		return node instanceof Activity activity ? activity.isForCompensation()
				: node instanceof BoundaryEvent && Model.defines(node, CompensateEventDefinition.class);
	}

}
