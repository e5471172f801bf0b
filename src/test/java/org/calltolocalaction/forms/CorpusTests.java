package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.english;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each kind of field takes and refuses, as {@code src/test/resources/forms/corpus}
 * lists it.
 */
class CorpusTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TestFactory
	List<DynamicTest> the_corpus_is_judged_as_it_says() throws IOException {
		List<DynamicTest> tests = new ArrayList<>();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:forms/corpus/*.json")) {
			for (JsonNode rule : JSON.readTree(file.getContentAsString(StandardCharsets.UTF_8))) {
				if (rule.has("form")) {
					tests.addAll(wholeForms(rule));
					continue;
				}
				FormDefinition form = formOf((ObjectNode) rule.get("component"));
				rule.get("valid")
					.forEach(example -> tests
						.add(DynamicTest.dynamicTest(name(rule, example), () -> passes(form, example))));
				rule.get("invalid")
					.forEach(example -> tests
						.add(DynamicTest.dynamicTest(name(rule, example), () -> isRefused(form, example))));
			}
		}
		assertThat(tests).hasSizeGreaterThan(100);
		return tests;
	}

	/**
	 * Rules about several components: a form, whole answers, what is kept of them, and
	 * errors by their paths.
	 */
	private static List<DynamicTest> wholeForms(JsonNode rule) {
		FormDefinition form = Given
			.aFormOf(rule.get("form").valueStream().map(JsonNode::toString).toArray(String[]::new));
		List<DynamicTest> tests = new ArrayList<>();
		rule.get("valid").forEach(example -> tests.add(DynamicTest.dynamicTest(name(rule, example), () -> {
			Validation validation = form.validate(Answers.fromJson(example.get("given").toString()), english());
			assertThat(validation.errors()).isEmpty();
			assertThat(validation.answers())
				.isEqualTo(Answers.fromJson(example.get(example.has("kept") ? "kept" : "given").toString()));
			assertThat(form.validate(validation.answers(), english())).as("checked again").isEqualTo(validation);
		})));
		rule.get("invalid").forEach(example -> tests.add(DynamicTest.dynamicTest(name(rule, example), () -> {
			Validation validation = form.validate(Answers.fromJson(example.get("given").toString()), english());
			Map<String, String> errors = new LinkedHashMap<>();
			validation.errors()
				.forEach(error -> errors.put(error.path(), error.messageKey().substring("forms.error.".length())));
			Map<String, String> expected = new LinkedHashMap<>();
			example.get("errors").forEachEntry((path, key) -> expected.put(path, key.stringValue()));
			assertThat(errors).containsExactlyEntriesOf(expected);
		})));
		return tests;
	}

	private static void passes(FormDefinition form, JsonNode example) {
		Validation validation = form.validate(given(example), english());
		assertThat(validation.errors()).isEmpty();
		JsonNode kept = example.has("kept") ? example.get("kept") : example.get("given");
		assertThat(validation.answers()).isEqualTo(answer(kept));
		assertThat(form.validate(validation.answers(), english())).as("checked again").isEqualTo(validation);
	}

	private static void isRefused(FormDefinition form, JsonNode example) {
		Validation validation = form.validate(given(example), english());
		assertThat(validation.errors()).extracting(FieldError::messageKey)
			.containsExactly("forms.error." + example.get("error").stringValue());
		assertThat(validation.answers().value("answer")).as("shown again").isEqualTo(given(example).value("answer"));
	}

	private static Answers given(JsonNode example) {
		if (example.has("repeat")) {
			String piece = example.get("repeat").stringValue();
			return Answers.of(Map.of("answer", piece.repeat(example.get("times").intValue())));
		}
		return answer(example.get("given"));
	}

	private static Answers answer(JsonNode value) {
		return Answers.fromJson("{\"answer\":" + value + "}");
	}

	private static FormDefinition formOf(ObjectNode component) {
		boolean datetime = component.get("type").stringValue().equals("datetime");
		boolean time = datetime && component.path("subtype").asString("").equals("time");
		component.put("id", "answer")
			.put("key", "answer")
			.put(time ? "timeLabel" : datetime ? "dateLabel" : "label", "The answer");
		return Given.aFormOf(component.toString());
	}

	private static String name(JsonNode rule, JsonNode example) {
		return rule.get("rule").stringValue() + ": "
				+ (example.has("given") ? example.get("given") : example.get("repeat"));
	}

}
