package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.calltolocalaction.forms.source.FormFile;
import org.calltolocalaction.forms.source.FormFiles;
import org.calltolocalaction.process.CamundaFeel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The forms of the desk against the schema that Camunda 7.24 knows, and against their
 * translations.
 */
class FormsOnDiskTests {

	// form-js 1.8.7, schema version 16.
	private static final Set<String> TYPES = Set.of("textfield", "textarea", "number", "datetime", "checkbox", "radio",
			"select", "checklist", "taglist", "text", "html", "image", "button", "group", "dynamiclist", "table",
			"iframe", "expression", "spacer", "separator");

	private static final Set<String> WITHOUT_KEY = Set.of("text", "html", "image", "button", "group", "dynamiclist",
			"table", "iframe", "spacer", "separator");

	private static final Set<String> WITH_OPTIONS = Set.of("radio", "select", "checklist", "taglist");

	static List<FormFile> forms() {
		return FormFiles.under("forms");
	}

	@Test
	void every_form_of_the_folder_is_on_the_class_path_and_is_read() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("forms"))) {
			List<String> names = files.map(path -> path.getFileName().toString())
				.filter(name -> name.endsWith(".form"))
				.map(name -> "forms/" + name)
				.toList();
			assertThat(forms()).extracting(FormFile::name).containsExactlyInAnyOrderElementsOf(names);
		}
		FormDefinitions read = new FormDefinitions(CamundaFeel.expressions());
		assertThat(read.all()).extracting(FormDefinition::id).containsExactly("partner-review", "pledge");
		assertThat(read.form("pledge").paths()).containsExactly("headOfGovernment", "title", "language", "summary",
				"expectedImpact", "stage", "start", "openEnded", "end", "beneficiaries", "contributions",
				"mainGcmObjectives", "furtherGcmObjectives", "gcrObjectives", "priorityObjectives", "sdgs", "partners",
				"joint", "jointWith", "budget", "supportSought", "website", "evidence", "attachments", "contactName",
				"contactEmail", "contactPhone", "secondContactName", "secondContactEmail", "consent");
	}

	@ParameterizedTest
	@MethodSource("forms")
	void the_root_is_what_camunda_modeler_opens(FormFile file) {
		JsonNode root = tree(file);
		assertThat(root.get("type").stringValue()).isEqualTo("default");
		assertThat(root.get("schemaVersion").intValue()).isEqualTo(16);
		assertThat(root.get("executionPlatform").stringValue()).isEqualTo("Camunda Platform");
		assertThat(root.get("executionPlatformVersion").stringValue()).isEqualTo("7.24.0");
		assertThat(file.name()).isEqualTo("forms/" + root.get("id").stringValue() + ".form");
	}

	@ParameterizedTest
	@MethodSource("forms")
	void components_have_known_types_their_own_ids_and_keys_and_options(FormFile file) {
		Set<String> ids = new HashSet<>();
		Set<String> keys = new HashSet<>();
		for (JsonNode component : components(tree(file))) {
			String id = component.get("id").stringValue();
			String type = component.get("type").stringValue();
			assertThat(TYPES).as(id).contains(type);
			assertThat(ids.add(id)).as(id).isTrue();
			assertThat(component.get("layout").get("row").stringValue()).as(id).isNotEmpty();
			if (!WITHOUT_KEY.contains(type)) {
				assertThat(component.get("key").stringValue()).as(id).matches("\\w+(\\.\\w+)*");
				assertThat(keys.add(component.get("key").stringValue())).as(id).isTrue();
			}
			if (WITH_OPTIONS.contains(type)) {
				assertThat(Stream.of("values", "valuesKey", "valuesExpression").filter(component::has)).as(id)
					.hasSize(1);
			}
			component.path("properties").forEach(value -> assertThat(value.isString()).as(id).isTrue());
		}
	}

	@ParameterizedTest
	@MethodSource("forms")
	void every_expression_is_feel(FormFile file) {
		tree(file).findValuesAsString("hide").forEach(FormsOnDiskTests::parses);
		tree(file).findValuesAsString("requiredWhen").forEach(FormsOnDiskTests::parses);
	}

	@ParameterizedTest
	@MethodSource("forms")
	void every_text_has_its_translations_and_no_translation_is_an_orphan(FormFile file) {
		Set<String> needed = new FormDefinitions(List.of(file), CamundaFeel.expressions())
			.form(tree(file).get("id").stringValue())
			.textKeys();
		assertThat(file.translations()).containsOnlyKeys("es", "fr");
		for (Map<String, String> translation : file.translations().values()) {
			assertThat(translation.keySet()).containsExactlyInAnyOrderElementsOf(needed);
			assertThat(translation.values()).noneMatch(String::isBlank);
		}
	}

	@ParameterizedTest
	@MethodSource("forms")
	void no_translation_stands_twice_in_its_file(FormFile file) {
		for (String language : file.translations().keySet()) {
			String path = file.name().replace("forms/", "forms/i18n/").replace(".form", "_" + language + ".properties");
			List<String> keys = linesOf(Path.of(path)).stream()
				.filter(line -> line.contains("="))
				.map(line -> line.substring(0, line.indexOf('=')))
				.toList();
			assertThat(keys).doesNotHaveDuplicates();
		}
	}

	private static void parses(String expression) {
		assertThat(expression).startsWith("=");
		assertThatCode(() -> CamundaFeel.expressions().parse(expression.substring(1))).doesNotThrowAnyException();
	}

	private static List<JsonNode> components(JsonNode parent) {
		List<JsonNode> found = new ArrayList<>();
		parent.path("components").forEach(component -> {
			found.add(component);
			found.addAll(components(component));
		});
		return found;
	}

	private static JsonNode tree(FormFile file) {
		return JsonMapper.builder().build().readTree(file.json());
	}

	private static List<String> linesOf(Path path) {
		try {
			return Files.readAllLines(path);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
