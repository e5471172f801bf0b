package org.calltolocalaction.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.forms.source.FormFile;
import org.calltolocalaction.process.CamundaFeel;
import org.calltolocalaction.site.AllTexts;
import org.calltolocalaction.testing.SamplePledge;
import org.springframework.context.MessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the tests of forms start from. */
final class Given {

	static final LocalDate TODAY = LocalDate.of(2026, 9, 15);

	static final Locale SPANISH = Locale.forLanguageTag("es");

	static final List<String> LISTS = List.of("pledgeAnswers", "languages", "beneficiaries", "contributions",
			"gcmObjectives", "gcrObjectives", "priorityObjectives", "sdgs");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final Set<String> SAYS_NOTHING = Set.of("text", "html", "table", "spacer", "separator");

	private static final FormDefinitions FORMS = new FormDefinitions(CamundaFeel.expressions());

	private static final FormDefinition EVERYTHING = aFormFrom(resource("/forms/everything.json"), Map.of());

	private Given() {
	}

	static FormDefinition thePledgeForm() {
		return FORMS.form("pledge");
	}

	static FormDefinition theReviewForm() {
		return FORMS.form("partner-review");
	}

	/** A form in which every kind of component stands at least once. */
	static FormDefinition theFormWithEverything() {
		return EVERYTHING;
	}

	static Answers everythingAnswered() {
		return Answers.of(Map.of("name", "Ana", "budget", 250.5, "code", "CLA", "people",
				List.of(Map.of("who", "Luz", "role", "CHAIR", "more", Map.of("phrase", "Hello"), "initial", "L"),
						Map.of("who", "Noor", "role", "GUEST", "initial", "N", "tongues",
								List.of(Map.of("tongue", "Arabic")))),
				"pair", List.of(Map.of("share", "1.5"), Map.of("share", "2")), "total", 3.5, "twice", 7, "chair",
				"Noor", "papers", List.of(aFile("plan.pdf").asAnswer())));
	}

	/** A file that was uploaded once. */
	static UploadedFile aFile(String name) {
		return new UploadedFile("0b1f-" + name.length(), name, "application/pdf", 1_572_864, "a".repeat(64));
	}

	private static String resource(String name) {
		try (InputStream stream = Given.class.getResourceAsStream(name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** A form of just these components, written as JSON with single quotes. */
	static FormDefinition aFormOf(String... components) {
		return aFormFrom(formJson(components), Map.of());
	}

	/**
	 * What does not say for whom it is is for everybody: most tests ask about something
	 * else.
	 */
	static FormDefinition aFormFrom(String json, Map<String, Map<String, String>> translations) {
		return aFormAsWritten(forEverybody(json), translations);
	}

	/** A form that says itself for whom everything is. */
	static FormDefinition aFormAsWritten(String json, Map<String, Map<String, String>> translations) {
		return new FormDefinitions(List.of(new FormFile("forms/test.form", json, translations)),
				CamundaFeel.expressions())
			.form("test");
	}

	private static String forEverybody(String json) {
		JsonNode form;
		try {
			form = JSON.readTree(json);
		}
		catch (JacksonException broken) {
			return json;
		}
		for (JsonNode component : form.path("components")) {
			boolean said = component.path("properties").has("audience");
			if (component instanceof ObjectNode object && !SAYS_NOTHING.contains(component.path("type").asString(""))
					&& !said) {
				JsonNode properties = component.path("properties");
				(properties instanceof ObjectNode known ? known : object.putObject("properties")).put("audience",
						"public");
			}
		}
		return form.toString();
	}

	static String formJson(String... components) {
		return ("{'type':'default','id':'test','schemaVersion':16,'executionPlatform':'Camunda Platform',"
				+ "'executionPlatformVersion':'7.24.0','components':[" + String.join(",", components) + "]}")
			.replace('\'', '"');
	}

	/** One field whose id is its key; the rest of it stands as it is. */
	static String field(String type, String key, String rest) {
		String label = type.equals("datetime") ? "dateLabel" : "label";
		return "{'type':'" + type + "','id':'" + key + "','key':'" + key + "','" + label + "':'The " + key + "'"
				+ (rest.isEmpty() ? "" : "," + rest) + "}";
	}

	static FormContext english() {
		return in(Locale.ENGLISH);
	}

	static FormContext in(Locale locale) {
		Map<String, List<Option>> options = new HashMap<>();
		LISTS.forEach(list -> options.put(list, List.of(new Option("A", list + " A"), new Option("B", list + " B"),
				new Option("C", list + " C"), new Option("D", list + " D"))));
		options.put("criteria",
				Stream.of(Criterion.values())
					.map(criterion -> new Option(criterion.name(), criterion.name()))
					.toList());
		return new FormContext(locale, options, TODAY);
	}

	/** A judgement by every criterion, without a recommendation. */
	static Answers judged() {
		Answers judged = Answers.empty();
		for (Criterion criterion : Criterion.values()) {
			judged = judged.with(criterion.key(), "YES");
		}
		return judged;
	}

	/** What a browser sends: name, value, name, value. */
	static MultiValueMap<String, String> posted(String... namesAndValues) {
		MultiValueMap<String, String> posted = new LinkedMultiValueMap<>();
		for (int index = 0; index < namesAndValues.length; index += 2) {
			posted.add(namesAndValues[index], namesAndValues[index + 1]);
		}
		return posted;
	}

	/** Complete as the lists of these tests are, which have the options A, B and C. */
	static Answers aCompletePledge() {
		return SamplePledge.titled("Welcome centres")
			.with("headOfGovernment", "Ana Pérez, Mayor")
			.with("language", "A")
			.with("summary", "The city opens two welcome centres. ".repeat(10).strip())
			.with("expectedImpact", "1,200 people a year receive advice.")
			.with("start", "2026-01-31")
			.without("openEnded")
			.with("end", "2027-12-31")
			.with("beneficiaries", List.of("A", "B"))
			.with("contributions", List.of("C"))
			.with("mainGcmObjectives", List.of("A", "B", "C"))
			.without("gcrObjectives")
			.with("contactName", "Luz Gómez")
			.with("contactEmail", "luz@example.org");
	}

	static MessageSource messages() {
		return AllTexts.asSaid();
	}

	/** The errors as a person reads them, each after the path of its field. */
	static List<String> sentences(Validation validation, Locale locale) {
		return validation.errors()
			.stream()
			.map(error -> error.path() + ": " + messages().getMessage(error, locale))
			.toList();
	}

	static List<String> pathsInError(Validation validation) {
		return validation.errors().stream().map(FieldError::path).toList();
	}

	static String lines(String... lines) {
		return String.join("\n", Arrays.asList(lines));
	}

}
