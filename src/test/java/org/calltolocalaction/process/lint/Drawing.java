package org.calltolocalaction.process.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Where a model's drawing has its nodes, flows and labels. */
final class Drawing {

	private final Map<FlowNode, Box> shapes = new HashMap<>();

	private final Map<SequenceFlow, List<Waypoint>> lines = new HashMap<>();

	private final Map<BaseElement, Box> labels = new HashMap<>();

	Drawing(Model model) {
		model.all(BpmnShape.class).forEach(shape -> {
			if (shape.getBpmnElement() instanceof FlowNode node) {
				shapes.put(node, Box.of(shape.getBounds()));
				label(node, shape.getBpmnLabel());
			}
		});
		model.all(BpmnEdge.class).forEach(edge -> {
			if (edge.getBpmnElement() instanceof SequenceFlow flow) {
				lines.put(flow, List.copyOf(edge.getWaypoints()));
				label(flow, edge.getBpmnLabel());
			}
		});
	}

	private void label(BaseElement of, BpmnLabel label) {
		if (label != null && label.getBounds() != null) {
			labels.put(of, Box.of(label.getBounds()));
		}
	}

	Map<FlowNode, Box> shapes() {
		return shapes;
	}

	Map<BaseElement, Box> labels() {
		return labels;
	}

	Stream<SequenceFlow> flows() {
		return lines.keySet().stream();
	}

	boolean draws(BaseElement element) {
		return shapes.containsKey(element) || lines.containsKey(element);
	}

	Optional<Box> shape(BaseElement element) {
		return Optional.ofNullable(shapes.get(element));
	}

	/** From where the flow begins to be drawn, and to where. */
	Box start(SequenceFlow flow) {
		return Box.of(lines.get(flow).get(0));
	}

	Box end(SequenceFlow flow) {
		return Box.of(lines.get(flow).get(lines.get(flow).size() - 1));
	}

	/**
	 * The straight parts of a flow, which are lines only where they run along an axis.
	 */
	List<Box> parts(SequenceFlow flow) {
		List<Waypoint> line = lines.get(flow);
		return IntStream.range(1, line.size())
			.mapToObj(corner -> Box.between(line.get(corner - 1), line.get(corner)))
			.toList();
	}

	/** All that is drawn. */
	Box whole() {
		return Box.around(Stream
			.of(shapes.values().stream(), labels.values().stream(), flows().flatMap(flow -> parts(flow).stream()))
			.flatMap(boxes -> boxes)
			.toList());
	}

}
