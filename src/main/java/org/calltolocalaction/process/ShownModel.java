package org.calltolocalaction.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.calltolocalaction.pledges.progress.PledgeProgress;
import org.calltolocalaction.pledges.progress.PledgeProgress.Holder;
import org.calltolocalaction.pledges.progress.PledgeProgress.Kind;
import org.calltolocalaction.pledges.progress.PledgeProgress.Point;
import org.calltolocalaction.pledges.progress.PledgeProgress.Step;
import org.calltolocalaction.pledges.progress.PledgeProgress.StepId;
import org.calltolocalaction.pledges.progress.PledgeProgress.Transition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * What a model's drawing shows of it to governments: the nodes that its property
 * {@code with} marks, and the lines between them, which run through whatever is not
 * shown.
 */
class ShownModel {

	/**
	 * The property of a node that is shown; its value is a {@link Holder} in lower case.
	 */
	static final String WITH = "with";

	private final BpmnModelInstance model;

	private final PledgeProgress.StepMap map;

	ShownModel(BpmnModelInstance model) {
		this.model = model;
		List<FlowNode> shown = model.getModelElementsByType(FlowNode.class)
			.stream()
			.filter(node -> holder(node).isPresent())
			.toList();
		this.map = new PledgeProgress.StepMap(shown.stream().map(ShownModel::step).toList(),
				shown.stream().flatMap(node -> linesFrom(node, node, List.of(), Set.of()).stream()).toList());
	}

	PledgeProgress.StepMap map() {
		return map;
	}

	boolean shows(String node) {
		return map.steps().stream().anyMatch(step -> step.id().value().equals(node));
	}

	/** The first shown nodes to which the ways from this node lead. */
	Collection<StepId> ahead(String node) {
		FlowNode from = model.getModelElementById(node);
		return from == null ? List.of()
				: linesFrom(from, from, List.of(), Set.of()).stream().map(Transition::to).distinct().toList();
	}

	private static List<Transition> linesFrom(FlowNode start, FlowNode node, List<Point> soFar, Set<FlowNode> passed) {
		List<Transition> lines = new ArrayList<>();
		for (SequenceFlow flow : node.getOutgoing()) {
			FlowNode target = flow.getTarget();
			List<Point> points = joined(soFar, waypoints(flow));
			if (holder(target).isPresent()) {
				lines.add(new Transition(new StepId(start.getId()), new StepId(target.getId()), points));
			}
			else if (!passed.contains(target)) {
				Set<FlowNode> further = new HashSet<>(passed);
				further.add(target);
				// By its middle: a flow may come in at one side and another leave at the
				// next.
				lines.addAll(linesFrom(start, target, joined(points, List.of(step(target).centre())), further));
			}
		}
		return lines;
	}

	private static List<Point> joined(List<Point> one, List<Point> other) {
		return Stream.concat(one.stream(), other.stream()).toList();
	}

	private static List<Point> waypoints(SequenceFlow flow) {
		return flow.getDiagramElement().getWaypoints().stream().map(ShownModel::point).toList();
	}

	private static Point point(Waypoint waypoint) {
		return new Point(waypoint.getX(), waypoint.getY());
	}

	private static Step step(FlowNode node) {
		BpmnShape shape = (BpmnShape) node.getDiagramElement();
		Bounds outline = shape.getBounds();
		Optional<Point> nameAt = Optional.ofNullable(shape.getBpmnLabel())
			.map(label -> label.getBounds())
			.map(bounds -> new Point(bounds.getX() + bounds.getWidth() / 2, bounds.getY() + bounds.getHeight() / 2));
		return new Step(new StepId(node.getId()), kind(node), holder(node).orElse(Holder.NOBODY),
				new Point(outline.getX(), outline.getY()), outline.getWidth(), outline.getHeight(), nameAt);
	}

	private static Kind kind(FlowNode node) {
		if (node instanceof Gateway) {
			return Kind.FORK;
		}
		if (node instanceof StartEvent) {
			return Kind.BEGINNING;
		}
		return node instanceof EndEvent ? Kind.END : Kind.STEP;
	}

	private static Optional<Holder> holder(FlowNode node) {
		if (node.getExtensionElements() == null) {
			return Optional.empty();
		}
		return node.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaProperties.class)
			.list()
			.stream()
			.flatMap(properties -> properties.getCamundaProperties().stream())
			.filter(property -> WITH.equals(property.getCamundaName()))
			.map(CamundaProperty::getCamundaValue)
			.map(value -> Holder.valueOf(value.toUpperCase(Locale.ROOT)))
			.findFirst();
	}

}
