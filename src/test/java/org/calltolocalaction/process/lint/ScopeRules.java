package org.calltolocalaction.process.lint;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;

/** Rules of bpmnlint about how processes and sub-processes begin and end. */
final class ScopeRules {

	static final List<ModelRule> ALL = List.of(new ModelRule("start-event-required", ScopeRules::withoutStart),
			new ModelRule("end-event-required", ScopeRules::withoutEnd),
			new ModelRule("single-blank-start-event", ScopeRules::severalBlankStarts),
			new ModelRule("ad-hoc-sub-process", ScopeRules::orderedAdHoc),
			new ModelRule("superfluous-termination", ScopeRules::superfluousTermination));

	private ScopeRules() {
	}

	private static Stream<? extends BaseElement> withoutStart(Model model) {
		return model.scopes().filter(scope -> Model.in(scope, StartEvent.class).isEmpty());
	}

	private static Stream<? extends BaseElement> withoutEnd(Model model) {
		return model.scopes().filter(scope -> Model.in(scope, EndEvent.class).isEmpty());
	}

	private static Stream<? extends BaseElement> severalBlankStarts(Model model) {
		return model.scopes()
			.filter(scope -> Model.in(scope, StartEvent.class)
				.stream()
				.filter(start -> Model.definitions(start).isEmpty())
				.count() > 1);
	}

	/** What has no order has neither a beginning nor an end. */
	private static Stream<? extends BaseElement> orderedAdHoc(Model model) {
		return model.all(Event.class)
			.filter(event -> event instanceof StartEvent || event instanceof EndEvent)
			.filter(Model::isInAdHocSubProcess);
	}

	/** Where there is one end, nothing else is left for it to end. */
	private static Stream<? extends BaseElement> superfluousTermination(Model model) {
		return model.scopes().flatMap(scope -> {
			List<FlowNode> ends = Model.in(scope, FlowNode.class)
				.stream()
				.filter(node -> model.outOf(node).isEmpty())
				.toList();
			List<FlowNode> terminating = ends.stream()
				.filter(end -> end instanceof EndEvent && Model.defines(end, TerminateEventDefinition.class))
				.toList();
			boolean alone = ends.stream().allMatch(end -> terminating.contains(end) || isInterrupting(end));
			return terminating.size() == 1 && alone ? terminating.stream() : Stream.empty();
		});
	}

	private static boolean isInterrupting(FlowNode node) {
		return Model.isEventSubProcess(node)
				&& Model.in(node, StartEvent.class).stream().anyMatch(StartEvent::isInterrupting);
	}

}
