package org.calltolocalaction.process.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Rules of bpmnlint about the drawing. */
final class ShapeRules {

	static final List<ModelRule> ALL = List.of(new ModelRule("no-bpmndi", ShapeRules::notDrawn),
			new ModelRule("no-overlapping-elements", ShapeRules::overlapping));

	private ShapeRules() {
	}

	private static Stream<? extends BaseElement> notDrawn(Model model) {
		Drawing drawing = new Drawing(model);
		return model.all(FlowElement.class)
			.filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
			.filter(element -> !drawing.draws(element));
	}

	/** Nodes that share a point, and nodes that leave their sub-process. */
	private static Stream<? extends BaseElement> overlapping(Model model) {
		Drawing drawing = new Drawing(model);
		return drawing.shapes()
			.keySet()
			.stream()
			.filter(node -> leaves(node, drawing) || drawing.shapes()
				.keySet()
				.stream()
				.anyMatch(other -> !other.equals(node) && other.getParentElement().equals(node.getParentElement())
						&& !isAttached(node, other) && !isAttached(other, node)
						&& drawing.shapes().get(node).touches(drawing.shapes().get(other))));
	}

	private static boolean leaves(FlowNode node, Drawing drawing) {
		Optional<Box> around = node.getParentElement() instanceof SubProcess scope ? drawing.shape(scope)
				: Optional.empty();
		return around.filter(scope -> !scope.holds(drawing.shapes().get(node))).isPresent();
	}

	private static boolean isAttached(FlowNode event, FlowNode host) {
		return event instanceof BoundaryEvent boundary && host.equals(boundary.getAttachedTo());
	}

}
