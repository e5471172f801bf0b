package org.calltolocalaction.process.lint;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;

/** Rules of bpmnlint about where flows part and meet. */
final class GatewayRules {

	static final List<ModelRule> ALL = List.of(new ModelRule("fake-join", GatewayRules::fakeJoin),
			new ModelRule("no-implicit-split", GatewayRules::implicitSplit),
			new ModelRule("no-gateway-join-fork", GatewayRules::joinFork),
			new ModelRule("superfluous-gateway", GatewayRules::superfluous),
			new ModelRule("event-based-gateway", GatewayRules::eventBased),
			new ModelRule("no-complex-gateway", model -> model.all(ComplexGateway.class)),
			new ModelRule("no-inclusive-gateway", model -> model.all(InclusiveGateway.class)));

	private GatewayRules() {
	}

	/** A step at which flows meet seems to wait for all of them, and runs for each. */
	private static Stream<? extends BaseElement> fakeJoin(Model model) {
		return stepsAndEvents(model).filter(node -> model.into(node).size() > 1);
	}

	/** Two ways out of a step seem a choice, and are both taken. */
	private static Stream<? extends BaseElement> implicitSplit(Model model) {
		return stepsAndEvents(model)
			.filter(node -> model.outOf(node).stream().filter(flow -> !FlowRules.isConditional(flow)).count() > 1);
	}

	private static Stream<? extends BaseElement> joinFork(Model model) {
		return model.all(Gateway.class)
			.filter(gateway -> model.into(gateway).size() > 1 && model.outOf(gateway).size() > 1);
	}

	private static Stream<? extends BaseElement> superfluous(Model model) {
		return model.all(Gateway.class)
			.filter(gateway -> model.into(gateway).size() == 1 && model.outOf(gateway).size() == 1);
	}

	/** It waits for the first of several events, and so has no conditions. */
	private static Stream<? extends BaseElement> eventBased(Model model) {
		Stream<EventBasedGateway> withoutChoice = model.all(EventBasedGateway.class)
			.filter(gateway -> model.outOf(gateway).size() < 2);
		return Stream.concat(withoutChoice,
				model.all(EventBasedGateway.class)
					.flatMap(gateway -> model.outOf(gateway).stream())
					.filter(flow -> flow.getConditionExpression() != null));
	}

	private static Stream<FlowNode> stepsAndEvents(Model model) {
		return model.all(FlowNode.class).filter(node -> node instanceof Activity || node instanceof Event);
	}

}
