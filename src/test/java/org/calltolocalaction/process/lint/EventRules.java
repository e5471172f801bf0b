package org.calltolocalaction.process.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Condition;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Rules of bpmnlint about events and what they refer to. */
final class EventRules {

	/** The attributes by which events and tasks refer to what a whole model shares. */
	private static final List<String> REFERENCES = List.of("messageRef", "errorRef", "escalationRef", "signalRef");

	static final List<ModelRule> ALL = List.of(new ModelRule("single-event-definition", EventRules::severalDefinitions),
			new ModelRule("event-sub-process-typed-start-event", EventRules::blankStartsOfEventSubProcesses),
			new ModelRule("sub-process-blank-start-event", EventRules::typedStartsOfSubProcesses),
			new ModelRule("conditional-event", EventRules::withoutCondition),
			new ModelRule("link-event", EventRules::looseLinks), new ModelRule("global", EventRules::unusedOrUnnamed));

	private EventRules() {
	}

	private static Stream<? extends BaseElement> severalDefinitions(Model model) {
		return model.all(Event.class).filter(event -> Model.definitions(event).size() > 1);
	}

	/** Nothing would ever begin such a sub-process. */
	private static Stream<? extends BaseElement> blankStartsOfEventSubProcesses(Model model) {
		return starts(model, true).filter(start -> Model.definitions(start).isEmpty());
	}

	/** Such a sub-process begins when the flow comes to it, and with nothing else. */
	private static Stream<? extends BaseElement> typedStartsOfSubProcesses(Model model) {
		return starts(model, false).filter(start -> !Model.definitions(start).isEmpty());
	}

	private static Stream<StartEvent> starts(Model model, boolean ofEventSubProcesses) {
		return model.all(SubProcess.class)
			.filter(subProcess -> subProcess.triggeredByEvent() == ofEventSubProcesses)
			.flatMap(subProcess -> Model.in(subProcess, StartEvent.class).stream());
	}

	private static Stream<? extends BaseElement> withoutCondition(Model model) {
		return model.all(Event.class)
			.filter(event -> Model.definitions(event)
				.stream()
				.filter(ConditionalEventDefinition.class::isInstance)
				.map(definition -> ((ConditionalEventDefinition) definition).getCondition())
				.map(condition -> Optional.ofNullable(condition).map(Condition::getTextContent).orElse(""))
				.anyMatch(String::isBlank));
	}

	/** A link leads from one or more events of a name to exactly one. */
	private static Stream<? extends BaseElement> looseLinks(Model model) {
		return model.scopes()
			.map(scope -> Model.in(scope, Event.class)
				.stream()
				.filter(event -> Model.defines(event, LinkEventDefinition.class))
				.collect(Collectors.groupingBy(EventRules::link)))
			.flatMap(links -> links.entrySet().stream())
			.filter(link -> link.getKey().isBlank() || link.getValue().size() == 1
					|| link.getValue().stream().filter(CatchEvent.class::isInstance).count() != 1)
			.flatMap(link -> link.getValue().stream());
	}

	private static String link(Event event) {
		return Model.definitions(event)
			.stream()
			.filter(LinkEventDefinition.class::isInstance)
			.map(definition -> ((LinkEventDefinition) definition).getName())
			.findFirst()
			.map(name -> name == null ? "" : name)
			.orElse("");
	}

	/**
	 * What a whole model shares has a name, which is its own, and somebody refers to it.
	 */
	private static Stream<? extends BaseElement> unusedOrUnnamed(Model model) {
		return model.all(RootElement.class)
			.filter(EventRules::isShared)
			.filter(shared -> name(shared).isBlank() || !isReferred(shared, model) || model.all(RootElement.class)
				.anyMatch(other -> !other.equals(shared) && other.getElementType().equals(shared.getElementType())
						&& name(other).equals(name(shared))));
	}

	private static boolean isShared(RootElement element) {
		return element instanceof Message || element instanceof Signal || element instanceof Error
				|| element instanceof Escalation;
	}

	private static String name(RootElement element) {
		return Optional.ofNullable(element.getAttributeValue("name")).orElse("");
	}

	private static boolean isReferred(RootElement shared, Model model) {
		return model.all(BaseElement.class)
			.anyMatch(element -> REFERENCES.stream()
				.anyMatch(reference -> shared.getId().equals(element.getAttributeValue(reference))));
	}

}
