package org.calltolocalaction.process.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.processes.ModelDrawing;
import org.calltolocalaction.coordination.processes.ModelDrawing.Area;
import org.calltolocalaction.coordination.processes.ModelDrawing.Flow;
import org.calltolocalaction.coordination.processes.ModelDrawing.Form;
import org.calltolocalaction.coordination.processes.ModelDrawing.Mark;
import org.calltolocalaction.coordination.processes.ModelDrawing.Node;
import org.calltolocalaction.coordination.processes.ModelDrawing.Point;
import org.calltolocalaction.coordination.processes.ModelDrawing.Repeated;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CancelEventDefinition;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model's drawing: each node that has a shape there, and each way that has a
 * line.
 */
final class DrawnModel {

	/** The first that fits counts. */
	private static final Map<Class<?>, Mark> MARKS = Map.ofEntries(Map.entry(UserTask.class, Mark.USER),
			Map.entry(BusinessRuleTask.class, Mark.RULE), Map.entry(ServiceTask.class, Mark.SERVICE),
			Map.entry(ReceiveTask.class, Mark.RECEIVE), Map.entry(SendTask.class, Mark.SEND),
			Map.entry(ScriptTask.class, Mark.SCRIPT), Map.entry(ManualTask.class, Mark.MANUAL),
			Map.entry(ExclusiveGateway.class, Mark.EXCLUSIVE), Map.entry(ParallelGateway.class, Mark.PARALLEL),
			Map.entry(InclusiveGateway.class, Mark.INCLUSIVE), Map.entry(EventBasedGateway.class, Mark.EVENT_BASED),
			Map.entry(ComplexGateway.class, Mark.COMPLEX), Map.entry(TimerEventDefinition.class, Mark.TIMER),
			Map.entry(MessageEventDefinition.class, Mark.MESSAGE), Map.entry(SignalEventDefinition.class, Mark.SIGNAL),
			Map.entry(ErrorEventDefinition.class, Mark.ERROR),
			Map.entry(EscalationEventDefinition.class, Mark.ESCALATION),
			Map.entry(CompensateEventDefinition.class, Mark.COMPENSATION),
			Map.entry(ConditionalEventDefinition.class, Mark.CONDITION),
			Map.entry(LinkEventDefinition.class, Mark.LINK), Map.entry(TerminateEventDefinition.class, Mark.TERMINATE),
			Map.entry(CancelEventDefinition.class, Mark.CANCEL));

	private DrawnModel() {
	}

	static ModelDrawing of(ModelKey model, int version, BpmnModelInstance instance) {
		List<Node> nodes = new ArrayList<>(instance.getModelElementsByType(FlowNode.class)
			.stream()
			.filter(node -> node.getDiagramElement() instanceof BpmnShape)
			.map(DrawnModel::node)
			.toList());
		// What contains others lies under them, and what stands on a border above it.
		nodes.sort(Comparator.comparing(DrawnModel::height));
		List<Flow> flows = instance.getModelElementsByType(SequenceFlow.class)
			.stream()
			.filter(flow -> flow.getDiagramElement() != null)
			.map(DrawnModel::flow)
			.toList();
		return new ModelDrawing(model, version, List.copyOf(nodes), flows);
	}

	private static int height(Node node) {
		return switch (node.form()) {
			case SUBPROCESS, EVENT_SUBPROCESS -> 0;
			case BOUNDARY, QUIET_BOUNDARY -> 2;
			default -> 1;
		};
	}

	private static Node node(FlowNode node) {
		BpmnShape shape = (BpmnShape) node.getDiagramElement();
		return new Node(new NodeId(node.getId()), named(node.getName()), form(node), mark(node), repeated(node),
				area(shape.getBounds()), nameAt(shape.getBpmnLabel()));
	}

	private static Flow flow(SequenceFlow flow) {
		BpmnEdge edge = flow.getDiagramElement();
		return new Flow(new NodeId(flow.getId()), named(flow.getName()),
				edge.getWaypoints().stream().map(point -> new Point(point.getX(), point.getY())).toList(),
				nameAt(edge.getBpmnLabel()), isDefault(flow));
	}

	private static boolean isDefault(SequenceFlow flow) {
		FlowNode from = flow.getSource();
		SequenceFlow otherwise = from instanceof ExclusiveGateway exclusive ? exclusive.getDefault()
				: from instanceof InclusiveGateway inclusive ? inclusive.getDefault()
						: from instanceof Activity activity ? activity.getDefault() : null;
		return flow.equals(otherwise);
	}

	private static Form form(FlowNode node) {
		if (node instanceof BoundaryEvent boundary) {
			return boundary.cancelActivity() ? Form.BOUNDARY : Form.QUIET_BOUNDARY;
		}
		if (node instanceof SubProcess part) {
			return part.triggeredByEvent() ? Form.EVENT_SUBPROCESS : Form.SUBPROCESS;
		}
		if (node instanceof Gateway) {
			return Form.GATEWAY;
		}
		if (node instanceof Event) {
			return node instanceof StartEvent ? Form.START
					: node instanceof EndEvent ? Form.END : node instanceof ThrowEvent ? Form.THROW : Form.CATCH;
		}
		return node instanceof CallActivity ? Form.CALL : Form.TASK;
	}

	private static Mark mark(FlowNode node) {
		Stream<Object> marked = node instanceof Event
				? node.getChildElementsByType(EventDefinition.class).stream().map(Object.class::cast) : Stream.of(node);
		return marked.flatMap(
				one -> MARKS.entrySet().stream().filter(mark -> mark.getKey().isInstance(one)).map(Map.Entry::getValue))
			.findFirst()
			.orElse(Mark.NONE);
	}

	private static Repeated repeated(FlowNode node) {
		if (node instanceof Activity activity
				&& activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several) {
			return several.isSequential() ? Repeated.ONE_BY_ONE : Repeated.SIDE_BY_SIDE;
		}
		return Repeated.ONCE;
	}

	private static Optional<Area> nameAt(@Nullable BpmnLabel label) {
		return Optional.ofNullable(label).map(BpmnLabel::getBounds).map(DrawnModel::area);
	}

	private static Area area(Bounds bounds) {
		return new Area(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
	}

	/** A line break in a name is the modeller's; the page sets its own. */
	private static String named(@Nullable String name) {
		return name == null ? "" : name.replaceAll("\\s+", " ").strip();
	}

}
