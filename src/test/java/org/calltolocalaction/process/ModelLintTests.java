package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.process.lint.Model;
import org.calltolocalaction.process.lint.ModelRule;
import org.calltolocalaction.process.lint.ModelRules;
import org.calltolocalaction.process.steps.ModelBeans;
import org.calltolocalaction.process.steps.PledgeSteps;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * How the models are to be written, and that they and the classes speak of the same
 * things.
 */
@ProcessTest
class ModelLintTests {

	private static final Pattern FIRST_NAME_OF_EXPRESSION = Pattern.compile("\\$\\{\\s*(\\w+)");

	/**
	 * What an expression may name besides beans: the engine's own, and what the models'
	 * decisions leave behind.
	 */
	private static final Set<String> NO_BEANS = Set.of("execution", "decisionResult", PledgeSteps.PARTNER, "outcome",
			"placement", CamundaPledgeLifecycle.COORDINATOR_DECISION);

	@Autowired
	ProcessEngine engine;

	@Autowired
	ConfigurableListableBeanFactory beans;

	static List<Path> processes() throws IOException {
		return files(".bpmn");
	}

	static List<Path> tables() throws IOException {
		return files(".dmn");
	}

	@Test
	void every_model_of_the_folder_is_deployed() throws IOException {
		RepositoryService models = engine.getRepositoryService();
		assertThat(models.createProcessDefinitionQuery().list()).extracting("key")
			.containsExactlyInAnyOrderElementsOf(processes().stream().map(ModelLintTests::name).toList());
		assertThat(models.createDecisionDefinitionQuery().list()).extracting("key")
			.containsExactlyInAnyOrderElementsOf(tables().stream().map(ModelLintTests::name).toList());
	}

	@ParameterizedTest
	@MethodSource("processes")
	void a_process_is_named_like_its_file_and_its_history_is_kept_for_a_set_time(Path file) {
		assertThat(elements(file, Process.class)).singleElement()
			.satisfies(process -> assertThat(process.getId()).isEqualTo(name(file)))
			.satisfies(process -> assertThat(process.getName()).isNotBlank())
			.satisfies(process -> assertThat(process.isExecutable()).isTrue())
			.satisfies(process -> assertThat(process.getCamundaHistoryTimeToLiveString()).startsWith("P"));
	}

	@ParameterizedTest
	@MethodSource("tables")
	void a_table_is_named_like_its_file_and_says_of_each_rule_why(Path file) {
		DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
		assertThat(model.getModelElementsByType(Decision.class)).singleElement()
			.satisfies(decision -> assertThat(decision.getId()).isEqualTo(name(file)))
			.satisfies(decision -> assertThat(decision.getCamundaHistoryTimeToLiveString()).startsWith("P"));
		assertThat(model.getModelElementsByType(DecisionTable.class)).singleElement()
			.satisfies(table -> assertThat(table.getHitPolicy()).hasToString("UNIQUE"));
		assertThat(model.getModelElementsByType(Rule.class)).isNotEmpty()
			.allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).as(rule.getId()).isNotBlank());
	}

	@ParameterizedTest
	@MethodSource("processes")
	void a_model_keeps_the_rules_that_bpmnlint_recommends(Path file) {
		assertThat(findings(file, ModelRules.RECOMMENDED)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("processes")
	void a_model_is_read_from_left_to_right_on_one_screen(Path file) {
		assertThat(findings(file, ModelRules.READING)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("processes")
	void every_node_has_a_name_but_those_at_which_ways_only_meet(Path file) {
		assertThat(elements(file, FlowNode.class))
			.filteredOn(node -> !(node instanceof Gateway gateway) || isFork(gateway))
			.allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
	}

	@ParameterizedTest
	@MethodSource("processes")
	void nodes_list_the_flows_that_join_them(Path file) {
		assertThat(elements(file, SequenceFlow.class)).allSatisfy(flow -> {
			assertThat(flow.getSource().getOutgoing()).as(flow.getId()).containsOnlyOnce(flow);
			assertThat(flow.getTarget().getIncoming()).as(flow.getId()).containsOnlyOnce(flow);
		});
		assertThat(elements(file, FlowNode.class)).allSatisfy(node -> {
			assertThat(node.getOutgoing()).as(node.getId()).allMatch(flow -> node.equals(flow.getSource()));
			assertThat(node.getIncoming()).as(node.getId()).allMatch(flow -> node.equals(flow.getTarget()));
		});
	}

	@ParameterizedTest
	@MethodSource("processes")
	void what_is_drawn_is_in_the_model_and_drawn_once(Path file) {
		BpmnModelInstance model = read(file);
		assertThat(model.getModelElementsByType(BpmnShape.class)).extracting(shape -> shape.getBpmnElement().getId())
			.doesNotHaveDuplicates();
		assertThat(model.getModelElementsByType(BpmnEdge.class)).extracting(edge -> edge.getBpmnElement().getId())
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("processes")
	void every_step_that_is_a_job_has_growing_retries(Path file) {
		Stream<BaseElement> continued = elements(file, FlowNode.class).stream()
			.filter(node -> !(node instanceof EventBasedGateway))
			.filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
			.map(BaseElement.class::cast);
		Stream<BaseElement> repeated = elements(file, MultiInstanceLoopCharacteristics.class).stream()
			.filter(loop -> loop.isCamundaAsyncBefore() || loop.isCamundaAsyncAfter())
			.map(BaseElement.class::cast);
		Stream<BaseElement> timed = elements(file, TimerEventDefinition.class).stream()
			.map(timer -> (BaseElement) timer.getParentElement());
		assertThat(Stream.of(continued, repeated, timed).flatMap(Function.identity())).isNotEmpty()
			.allSatisfy(step -> assertThat(retries(step)).as(step.getId()).startsWith("PT1M,PT5M,"));
	}

	@ParameterizedTest
	@MethodSource("processes")
	void nothing_is_scripted_and_no_class_is_named(Path file) throws IOException {
		assertThat(Files.readString(file)).doesNotContainIgnoringCase("script").doesNotContain("camunda:class");
	}

	/** Those too of earlier models, on which processes still run. */
	@Test
	void expressions_name_the_beans_that_are_meant_for_models_and_all_of_those() throws IOException {
		Set<String> named = new TreeSet<>();
		List<Path> models = new ArrayList<>(processes());
		models.add(Path.of("src/test/resources/release-1/processes/edition-cycle.bpmn"));
		models.add(Path.of("src/test/resources/release-1/processes/pledge-lifecycle.bpmn"));
		for (Path file : models) {
			Matcher names = FIRST_NAME_OF_EXPRESSION.matcher(Files.readString(file));
			while (names.find()) {
				named.add(names.group(1));
			}
		}
		named.removeAll(NO_BEANS);
		assertThat(named).isEqualTo(new TreeSet<>(new ModelBeans(beans).names()));
	}

	@Test
	void the_ids_and_messages_that_the_classes_name_are_in_the_models() throws IOException {
		Set<String> inModels = processes().stream()
			.flatMap(file -> Stream.of(ids(elements(file, Process.class)), ids(elements(file, FlowElement.class)),
					elements(file, Message.class).stream().map(Message::getName).toList()))
			.flatMap(List::stream)
			.collect(Collectors.toSet());
		assertThat(constants(Tasks.class)).isNotEmpty().isSubsetOf(inModels);
	}

	@Test
	void the_variables_that_the_classes_name_are_in_the_model() throws IOException {
		String model = Files.readString(Path.of("processes/pledge-lifecycle.bpmn"));
		assertThat(model).contains("elementVariable=\"" + PledgeSteps.PARTNER + "\"")
			.contains("outputParameter name=\"" + PledgeSteps.OUTCOME_REASON + "\"")
			.contains("outputParameter name=\"" + PledgeSteps.PLACEMENT_REASON + "\"")
			.contains("${" + CamundaPledgeLifecycle.COORDINATOR_DECISION + " ==");
	}

	@ParameterizedTest
	@MethodSource("tables")
	void what_a_table_gives_is_what_the_process_takes(Path file) throws IOException {
		String model = Files.readString(Path.of("processes/pledge-lifecycle.bpmn"));
		assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Output.class)).allSatisfy(
				output -> assertThat(model).contains("${decisionResult.getSingleResult()." + output.getName() + "}"));
	}

	private static List<Path> files(String extension) throws IOException {
		try (Stream<Path> files = Files.list(Path.of("processes"))) {
			return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
		}
	}

	private static String name(Path file) {
		return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
	}

	private static Map<String, List<String>> findings(Path file, List<ModelRule> rules) {
		Model model = Model.of(file);
		Map<String, List<String>> findings = new TreeMap<>();
		rules.forEach(rule -> findings.put(rule.name(), rule.findings(model)));
		findings.values().removeIf(List::isEmpty);
		return findings;
	}

	private static boolean isFork(Gateway gateway) {
		return gateway.getOutgoing().size() > 1;
	}

	private static BpmnModelInstance read(Path file) {
		return Bpmn.readModelFromFile(file.toFile());
	}

	private static <T extends ModelElementInstance> List<T> elements(Path file, Class<T> type) {
		return List.copyOf(read(file).getModelElementsByType(type));
	}

	private static List<String> ids(List<? extends BaseElement> elements) {
		return elements.stream().map(BaseElement::getId).toList();
	}

	private static String retries(BaseElement step) {
		return step.getExtensionElements() == null ? ""
				: step.getExtensionElements()
					.getElementsQuery()
					.filterByType(CamundaFailedJobRetryTimeCycle.class)
					.singleResult()
					.getTextContent();
	}

	private static List<String> constants(Class<?> type) {
		return Stream.of(type.getDeclaredFields())
			.filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
			.map(ModelLintTests::value)
			.toList();
	}

	private static String value(Field field) {
		try {
			return (String) field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
