package org.calltolocalaction.process.lint;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Rules of this project: a model is read from left to right, on one screen, by people who
 * have not drawn it.
 */
final class ReadingRules {

	/** What a screen of 1920 × 1080 has beside the frame of a modeler. */
	private static final double SCREEN_WIDTH = 1800;

	private static final double SCREEN_HEIGHT = 900;

	/** How large a letter of a label is on average, and a line of it. */
	private static final double LETTER = 6.2;

	private static final double LINE = 14;

	static final List<ModelRule> ALL = List.of(new ModelRule("one-screen", ReadingRules::largerThanAScreen),
			new ModelRule("left-to-right", ReadingRules::toTheLeft),
			new ModelRule("flows-at-right-angles", ReadingRules::slanting),
			new ModelRule("flows-meet-their-nodes", ReadingRules::loose),
			new ModelRule("flows-pass-nothing", ReadingRules::throughNodes),
			new ModelRule("flows-do-not-cross", ReadingRules::crossing),
			new ModelRule("labels-have-room", ReadingRules::withoutRoom),
			new ModelRule("labels-lie-free", ReadingRules::covered));

	private ReadingRules() {
	}

	private static Stream<? extends BaseElement> largerThanAScreen(Model model) {
		Box whole = new Drawing(model).whole();
		return whole.width() <= SCREEN_WIDTH && whole.height() <= SCREEN_HEIGHT ? Stream.empty()
				: model.all(Process.class);
	}

	/** Only a flow that leads back to where the process has been runs to the left. */
	private static Stream<? extends BaseElement> toTheLeft(Model model) {
		Map<FlowNode, Box> shapes = new Drawing(model).shapes();
		return model.all(SequenceFlow.class)
			.filter(flow -> shapes.get(flow.getTarget()).middle() < shapes.get(flow.getSource()).middle())
			.filter(flow -> !leadsBack(flow, model));
	}

	/** Whether nothing comes to where the flow begins but by where it ends. */
	private static boolean leadsBack(SequenceFlow flow, Model model) {
		Set<FlowNode> reached = new HashSet<>(Set.of(flow.getTarget()));
		Deque<FlowNode> next = new ArrayDeque<>(model.all(FlowNode.class)
			.filter(node -> model.into(node).isEmpty() && !(node instanceof BoundaryEvent))
			.filter(reached::add)
			.toList());
		while (!next.isEmpty()) {
			FlowNode node = next.pop();
			following(node, model).filter(reached::add).forEach(next::add);
			if (node.equals(flow.getSource())) {
				return false;
			}
		}
		return true;
	}

	private static Stream<FlowNode> following(FlowNode node, Model model) {
		Stream<FlowNode> attached = model.all(BoundaryEvent.class)
			.filter(event -> node instanceof Activity && node.equals(event.getAttachedTo()))
			.map(FlowNode.class::cast);
		return Stream.concat(attached, model.outOf(node).stream().map(SequenceFlow::getTarget));
	}

	private static Stream<? extends BaseElement> slanting(Model model) {
		Drawing drawing = new Drawing(model);
		return drawing.flows()
			.filter(flow -> drawing.parts(flow).stream().anyMatch(part -> part.width() > 0 && part.height() > 0));
	}

	/** A flow begins and ends in the middle of a side. */
	private static Stream<? extends BaseElement> loose(Model model) {
		Drawing drawing = new Drawing(model);
		return drawing.flows()
			.filter(flow -> !isAtASide(drawing.start(flow), drawing.shapes().get(flow.getSource()))
					|| !isAtASide(drawing.end(flow), drawing.shapes().get(flow.getTarget())));
	}

	private static boolean isAtASide(Box point, Box shape) {
		boolean upright = point.left() == shape.middle()
				&& (point.top() == shape.top() || point.top() == shape.bottom());
		boolean level = point.top() == shape.halfway()
				&& (point.left() == shape.left() || point.left() == shape.right());
		return upright || level;
	}

	private static Stream<? extends BaseElement> throughNodes(Model model) {
		Drawing drawing = new Drawing(model);
		return drawing.flows()
			.filter(flow -> drawing.parts(flow)
				.stream()
				.anyMatch(part -> drawing.shapes()
					.entrySet()
					.stream()
					.anyMatch(shape -> !isIn(flow, shape.getKey()) && shape.getValue().inside().touches(part))));
	}

	/** Flows of one beginning, or of one end, may share a part of their way. */
	private static Stream<? extends BaseElement> crossing(Model model) {
		Drawing drawing = new Drawing(model);
		return drawing.flows()
			.filter(flow -> drawing.flows()
				.filter(other -> !other.getSource().equals(flow.getSource())
						&& !other.getTarget().equals(flow.getTarget()))
				.anyMatch(other -> drawing.parts(flow)
					.stream()
					.anyMatch(part -> drawing.parts(other).stream().anyMatch(part::touches))));
	}

	/** A name that is not written into its node has a place, large enough for it. */
	private static Stream<? extends BaseElement> withoutRoom(Model model) {
		Map<BaseElement, Box> labels = new Drawing(model).labels();
		return model.all(FlowElement.class)
			.filter(element -> !(element instanceof Activity) && element.getName() != null)
			.filter(element -> !labels.containsKey(element) || !hasRoom(labels.get(element), element.getName()));
	}

	private static boolean hasRoom(Box label, String name) {
		double written = 0;
		int lines = 1;
		for (String word : Arrays.asList(name.split(" "))) {
			double width = word.length() * LETTER;
			if (width > label.width()) {
				return false;
			}
			if (written > 0 && written + LETTER + width > label.width()) {
				lines++;
				written = 0;
			}
			written += (written > 0 ? LETTER : 0) + width;
		}
		return lines * LINE <= label.height();
	}

	private static Stream<? extends BaseElement> covered(Model model) {
		Drawing drawing = new Drawing(model);
		return drawing.labels()
			.keySet()
			.stream()
			.filter(element -> isOverNode(element, drawing) || isOverFlow(element, drawing)
					|| isOverLabel(element, drawing));
	}

	private static boolean isOverNode(BaseElement element, Drawing drawing) {
		return drawing.shapes()
			.entrySet()
			.stream()
			.anyMatch(shape -> !isIn(element, shape.getKey())
					&& shape.getValue().inside().touches(drawing.labels().get(element)));
	}

	private static boolean isOverFlow(BaseElement element, Drawing drawing) {
		return drawing.flows()
			.flatMap(flow -> drawing.parts(flow).stream())
			.anyMatch(drawing.labels().get(element)::touches);
	}

	private static boolean isOverLabel(BaseElement element, Drawing drawing) {
		return drawing.labels()
			.entrySet()
			.stream()
			.anyMatch(other -> !other.getKey().equals(element)
					&& other.getValue().inside().touches(drawing.labels().get(element)));
	}

	private static boolean isIn(BaseElement element, FlowNode scope) {
		return element.getParentElement().equals(scope);
	}

}
