package org.calltolocalaction.process.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.processes.ModelDrawing;
import org.calltolocalaction.coordination.processes.ModelDrawing.Form;
import org.calltolocalaction.coordination.processes.ModelDrawing.Mark;
import org.calltolocalaction.coordination.processes.ModelDrawing.Node;
import org.calltolocalaction.coordination.processes.ModelDrawing.Repeated;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model is drawn whole, and everything in it has its words in three languages. */
class DrawnModelTests {

	static List<String> models() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("processes"))) {
			return files.map(file -> file.getFileName().toString())
				.filter(name -> name.endsWith(".bpmn"))
				.map(name -> name.replace(".bpmn", ""))
				.sorted()
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void every_named_node_and_way_has_its_words_in_each_language_and_the_english_ones_are_about_the_same(String model)
			throws IOException {
		ModelDrawing drawing = drawn(model);
		Set<String> named = Stream.concat(Stream.of("processes.model." + model),
				Stream.concat(
						drawing.nodes()
							.stream()
							.filter(node -> !node.name().isEmpty())
							.map(node -> "processes.node." + model + "." + node.id()),
						drawing.flows()
							.stream()
							.filter(flow -> !flow.name().isEmpty())
							.map(flow -> "processes.way." + model + "." + flow.id())))
			.collect(Collectors.toSet());
		for (String language : List.of("", "_es", "_fr")) {
			Set<Object> said = words(language).keySet();
			assertThat(said).as(language).containsAll(named);
			assertThat(said.stream()
				.map(Object::toString)
				.filter(key -> key.startsWith("processes.node." + model + ".")
						|| key.startsWith("processes.way." + model + ".")))
				.as("nothing more" + language)
				.allMatch(named::contains);
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void every_node_has_its_place_and_every_way_leads_from_somewhere_to_somewhere(String model) {
		ModelDrawing drawing = drawn(model);

		assertThat(drawing.nodes()).isNotEmpty().allMatch(node -> node.area().width() > 0 && node.area().height() > 0);
		assertThat(drawing.flows()).allMatch(flow -> flow.points().size() > 1);
	}

	@Test
	void what_a_node_is_can_be_seen() {
		ModelDrawing pledge = drawn("pledge-lifecycle");

		assertThat(node(pledge, "Task_ReviewPledge")).extracting(Node::form, Node::mark, Node::repeated)
			.containsExactly(Form.TASK, Mark.USER, Repeated.SIDE_BY_SIDE);
		assertThat(node(pledge, "Timer_ReviewOverdue")).extracting(Node::form, Node::mark)
			.containsExactly(Form.QUIET_BOUNDARY, Mark.TIMER);
		assertThat(node(pledge, "Timer_ReviewCutOff")).extracting(Node::form, Node::mark)
			.containsExactly(Form.BOUNDARY, Mark.TIMER);
		assertThat(node(pledge, "Decision_ReviewOutcome").mark()).isEqualTo(Mark.RULE);
		assertThat(node(pledge, "Gateway_OpenRound")).extracting(Node::form, Node::mark)
			.containsExactly(Form.GATEWAY, Mark.PARALLEL);
		assertThat(node(pledge, "Subprocess_Withdrawal").form()).isEqualTo(Form.EVENT_SUBPROCESS);
		assertThat(node(pledge, "Start_PledgeWithdrawn")).extracting(Node::form, Node::mark)
			.containsExactly(Form.START, Mark.MESSAGE);
		assertThat(node(drawn("edition-cycle"), "Gateway_OpenCall").mark()).isEqualTo(Mark.EVENT_BASED);
		assertThat(node(drawn("edition-cycle"), "Task_FreezeReport").repeated()).isEqualTo(Repeated.ONE_BY_ONE);
		assertThat(pledge.nodes().get(0).form()).as("lies under all others").isEqualTo(Form.EVENT_SUBPROCESS);
	}

	private static Node node(ModelDrawing drawing, String id) {
		return drawing.node(new NodeId(id)).orElseThrow();
	}

	private static ModelDrawing drawn(String model) {
		return DrawnModel.of(new ModelKey(model), 1,
				Bpmn.readModelFromFile(Path.of("processes", model + ".bpmn").toFile()));
	}

	private static Properties words(String language) throws IOException {
		Properties words = new Properties();
		try (var file = Files
			.newBufferedReader(Path.of("src/main/resources/messages/processes" + language + ".properties"))) {
			words.load(file);
		}
		return words;
	}

}
