package org.calltolocalaction.process.lint;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A model as the rules read it. Flows are found by the nodes they join, as the engine
 * does it, and not by what the nodes list.
 */
public final class Model {

	private static final String AD_HOC = "adHocSubProcess";

	private final BpmnModelInstance bpmn;

	private final Collection<SequenceFlow> flows;

	private Model(BpmnModelInstance bpmn) {
		this.bpmn = bpmn;
		this.flows = bpmn.getModelElementsByType(SequenceFlow.class);
	}

	public static Model of(Path file) {
		return new Model(Bpmn.readModelFromFile(file.toFile()));
	}

	static Model of(String xml) {
		return new Model(Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
	}

	<T extends ModelElementInstance> Stream<T> all(Class<T> type) {
		return bpmn.getModelElementsByType(type).stream();
	}

	List<SequenceFlow> into(FlowNode node) {
		return flows.stream().filter(flow -> node.equals(flow.getTarget())).toList();
	}

	List<SequenceFlow> outOf(FlowNode node) {
		return flows.stream().filter(flow -> node.equals(flow.getSource())).toList();
	}

	/** What contains a flow of its own: the processes and their sub-processes. */
	Stream<BaseElement> scopes() {
		return Stream.concat(all(Process.class), all(SubProcess.class));
	}

	/** Only what lies directly in the scope, and not in a sub-process of it. */
	static <T extends ModelElementInstance> List<T> in(BaseElement scope, Class<T> type) {
		return List.copyOf(scope.getChildElementsByType(type));
	}

	static List<EventDefinition> definitions(Event event) {
		return List.copyOf(event.getChildElementsByType(EventDefinition.class));
	}

	static boolean defines(ModelElementInstance element, Class<? extends EventDefinition> type) {
		return element instanceof Event event && definitions(event).stream().anyMatch(type::isInstance);
	}

	static boolean isEventSubProcess(ModelElementInstance element) {
		return element instanceof SubProcess subProcess && subProcess.triggeredByEvent();
	}

	// The model's library does not know sub-processes without an order.
	static boolean isInAdHocSubProcess(ModelElementInstance element) {
		return Optional.ofNullable(element.getParentElement())
			.map(parent -> parent.getDomElement().getLocalName())
			.filter(AD_HOC::equals)
			.isPresent();
	}

}
