package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Fails where a flow node, a sequence flow or a rule was never reached, once all nested
 * classes have run; where only some of them were asked for, nothing can be said.
 */
class ProcessCoverage implements BeforeEachCallback, AfterAllCallback {

	private final Set<String> ran = ConcurrentHashMap.newKeySet();

	@Override
	public void beforeEach(ExtensionContext context) {
		ran.add(name(context.getRequiredTestClass(), context.getRequiredTestMethod()));
	}

	@Override
	public void afterAll(ExtensionContext context) {
		Class<?> all = context.getRequiredTestClass();
		if (AnnotationSupport.isAnnotated(all, Nested.class)) {
			return;
		}
		List<String> notRun = testsOf(all).filter(test -> !ran.contains(test)).toList();
		if (notRun.isEmpty()) {
			check(SpringExtension.getApplicationContext(context));
		}
		else {
			context.publishReportEntry("coverage", "Not checked, because these did not run: " + notRun);
		}
	}

	private static Stream<String> testsOf(Class<?> all) {
		return Arrays.stream(all.getDeclaredClasses())
			.filter(nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
			.filter(nested -> !AnnotationSupport.isAnnotated(nested, Disabled.class))
			.flatMap(nested -> ReflectionSupport
				.findMethods(nested, ProcessCoverage::isEnabledTest, HierarchyTraversalMode.TOP_DOWN)
				.stream()
				.map(method -> name(nested, method)));
	}

	private static boolean isEnabledTest(Method method) {
		return AnnotationSupport.isAnnotated(method, Testable.class)
				&& !AnnotationSupport.isAnnotated(method, Disabled.class);
	}

	private static String name(Class<?> test, Method method) {
		return test.getSimpleName() + "." + method.getName();
	}

	private static void check(ApplicationContext context) {
		ProcessEngine engine = context.getBean(ProcessEngine.class);
		RepositoryService models = engine.getRepositoryService();
		List<String> leftOut = new ArrayList<>();
		for (ProcessDefinition process : models.createProcessDefinitionQuery().latestVersion().list()) {
			Set<String> nodes = nodesReached(process, engine.getHistoryService());
			Set<String> flows = context.getBean(TakenFlows.class).ids();
			leftOut.addAll(leftOut(process.getKey(), models.getBpmnModelInstance(process.getId()), nodes, flows));
		}
		for (DecisionDefinition table : models.createDecisionDefinitionQuery().latestVersion().list()) {
			Set<String> rules = rulesHit(table, engine.getHistoryService());
			models.getDmnModelInstance(table.getId())
				.getModelElementsByType(Rule.class)
				.stream()
				.map(Rule::getId)
				.filter(rule -> !rules.contains(rule))
				.forEach(rule -> leftOut.add(table.getKey() + " " + rule));
		}
		assertThat(leftOut).as("What no process test reaches").isEmpty();
	}

	private static List<String> leftOut(String process, BpmnModelInstance model, Set<String> nodes, Set<String> flows) {
		Stream<String> nodesLeftOut = model.getModelElementsByType(FlowNode.class)
			.stream()
			.map(FlowNode::getId)
			.filter(node -> !nodes.contains(node));
		Stream<String> flowsLeftOut = model.getModelElementsByType(SequenceFlow.class)
			.stream()
			.filter(flow -> !flows.contains(flow.getId()) && !isEventThatHappened(flow, nodes))
			.map(SequenceFlow::getId);
		return Stream.concat(nodesLeftOut, flowsLeftOut).map(left -> process + " " + left).toList();
	}

	/**
	 * The engine takes no flow from an event-based gateway: it waits in the gateway, and
	 * then is in the event.
	 */
	private static boolean isEventThatHappened(SequenceFlow flow, Set<String> nodes) {
		return flow.getSource() instanceof EventBasedGateway && nodes.contains(flow.getTarget().getId());
	}

	private static Set<String> nodesReached(ProcessDefinition process, HistoryService history) {
		return history.createHistoricActivityInstanceQuery()
			.processDefinitionId(process.getId())
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.collect(Collectors.toSet());
	}

	private static Set<String> rulesHit(DecisionDefinition table, HistoryService history) {
		return history.createHistoricDecisionInstanceQuery()
			.decisionDefinitionId(table.getId())
			.includeOutputs()
			.list()
			.stream()
			.flatMap(decided -> decided.getOutputs().stream())
			.map(HistoricDecisionOutputInstance::getRuleId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

}
