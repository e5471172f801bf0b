package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.aCompletePledge;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.everythingAnswered;
import static org.calltolocalaction.forms.Given.theFormWithEverything;
import static org.calltolocalaction.forms.Given.thePledgeForm;
import static org.calltolocalaction.forms.Given.theReviewForm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Throws at the forms what nobody would think of; the seed is fixed, so that a failure
 * can be looked at.
 */
class RandomSubmissionTests {

	private static final Set<String> OFFERED = Set.of("A", "B", "C", "D");

	private static final List<String> PIECES = List.of("", " ", "\n", "\r\n", "\u0000", "\u00a0", "\ud800", "\u202e",
			"x", "A", "B", "YES", "NO", "APPROVE", "DECLINE", "PLANNING", "true", "false", "on", "2027-01-31",
			"2026-02-30", " / ", "31", "12", "2027", "-1", "1e999999999", "99999999999999999999", "<script>", "${7*7}",
			"{{x}}", "'", "\"", "14:30", "24:00", "2h", "+254202224000", "2027-01-31T14:30", "1", "three", "CHAIR",
			"GUEST", "people", "people.0", "<img src=x>", "https://example.org", "javascript:alert(1)", "a@example.org",
			"مدينة", "😀", "=1/0", "null", "x".repeat(350), "y".repeat(25_000));

	private static final List<String> IN_ROWS = List.of("people.0.who", "people.1.who", "people.0.role",
			"people.1.role", "people.0.more.phrase", "people.0.stay.from", "people.0.stay.to", "people.0",
			"people.1.tongues", "people.1.tongues.0.tongue", "people.0.tongues.2", "pair.0.share", "pair.1.share",
			"pair.2", "people.99.who", "people.100.who");

	private final Random random = new Random(20261001);

	@Test
	void whatever_is_sent_is_bound_judged_and_drawn_and_nothing_invalid_passes() {
		for (int round = 0; round < 1_000; round++) {
			FormDefinition form = round % 4 == 0 ? theReviewForm() : thePledgeForm();
			Answers typed = form.bind(aSubmission(form));
			Validation draft = form.checkDraft(typed, english());
			Validation validation = form.validate(typed, english());
			assertThat(draft.answers()).isEqualTo(typed);
			assertThat(Answers.fromJson(typed.toJson())).isEqualTo(typed);
			assertSound(form, validation);
			if (round % 40 == 0) {
				assertThat(Rendering.toFillIn(form, typed, validation.errors(), english())).doesNotContain("<script>");
				assertThat(Rendering.toRead(form.summary(typed, english(), Reader.COORDINATOR), english()))
					.doesNotContain("<script>");
			}
		}
	}

	@Test
	void whatever_json_is_stored_is_judged_and_drawn_and_nothing_invalid_passes() {
		for (int round = 0; round < 1_000; round++) {
			FormDefinition form = round % 4 == 0 ? theReviewForm() : thePledgeForm();
			Answers stored = round % 2 == 0 ? Answers.empty() : aCompletePledge();
			for (int change = random.nextInt(6); change >= 0; change--) {
				stored = stored.with(oneOf(form.paths()), someJson(2));
			}
			assertSound(form, form.validate(stored, english()));
			form.checkDraft(stored, english());
			form.summary(stored, english(), Reader.PUBLIC);
			form.view(stored, List.of(), english());
		}
	}

	@Test
	void whatever_is_sent_to_every_kind_of_component_is_bound_judged_and_drawn() {
		FormDefinition form = theFormWithEverything();
		for (int round = 0; round < 60; round++) {
			Answers stored = random.nextBoolean() ? Answers.empty() : everythingAnswered();
			MultiValueMap<String, String> sent = anything();
			Answers typed = random.nextBoolean() ? form.bind(stored, sent)
					: form.bind(oneOf(form.sectionIds()), stored, sent);
			RowChange change = form.change(typed, sent);
			assertThat(Answers.fromJson(change.answers().toJson())).isEqualTo(change.answers());
			assertSoundEverything(form, change.answers());
			if (round % 10 == 0) {
				assertThat(
						Rendering.toFillIn(form, change.answers(), form.validate(typed, english()).errors(), english()))
					.doesNotContain("<script", "<img");
				assertThat(Rendering.toRead(form.summary(typed, english(), Reader.COORDINATOR), english()))
					.doesNotContain("<script");
			}
		}
	}

	@Test
	void whatever_json_is_stored_for_every_kind_of_component_is_judged_and_drawn() {
		FormDefinition form = theFormWithEverything();
		List<String> paths = new ArrayList<>(form.paths());
		paths.addAll(IN_ROWS);
		for (int round = 0; round < 60; round++) {
			Answers stored = round % 2 == 0 ? Answers.empty() : everythingAnswered();
			for (int change = random.nextInt(6); change >= 0; change--) {
				stored = stored.with(oneOf(paths), someJson(3));
			}
			assertSoundEverything(form, stored);
			form.checkDraft(stored, english());
			form.progress(stored, english());
			form.summary(stored, english(), Reader.PUBLIC);
			form.view(oneOf(form.sectionIds()), stored, List.of(), english());
			form.change(stored, anything());
		}
	}

	// The rules once more, said in another way than the form says them.
	private static void assertSoundEverything(FormDefinition form, Answers given) {
		Validation validation = form.validate(given, english());
		if (!validation.isValid()) {
			return;
		}
		Answers answers = validation.answers();
		assertThat(form.validate(answers, english())).isEqualTo(validation);
		assertThat(form.checkDraft(answers, english()).isValid()).isTrue();
		assertThat(answers.text("name")).hasSizeBetween(1, 30).doesNotContain("\n", "\u0000", "\ud800");
		boolean rich = answers.flag("rich");
		assertThat(answers.number("budget").map(budget -> budget.doubleValue()).orElse(0.0)).isBetween(0.0,
				rich ? 1_000_000.0 : 1_000.0);
		assertThat(answers.text("story").length()).isLessThanOrEqualTo(rich ? 200 : 100);
		assertThat(answers.text("phone")).matches("(\\+|00)\\d{7,15}|");
		assertThat(answers.text("opens")).matches("\\d\\d:(00|15|30|45)|");
		assertThat(answers.text("meeting")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d|.*Z|");
		assertThat(answers.value("pair").isPresent() && rich).isFalse();
		assertThat(answers.value("fixed")).isEmpty();
		List<String> names = new ArrayList<>();
		for (Object entry : (List<?>) answers.value("people").orElse(List.of())) {
			Map<?, ?> person = (Map<?, ?>) entry;
			assertThat((String) person.get("who")).hasSizeBetween(1, 20);
			assertThat(person.get("more") != null).isEqualTo("CHAIR".equals(person.get("role")));
			names.add((String) person.get("who"));
		}
		assertThat(answers.text("chair").isEmpty() || names.contains(answers.text("chair"))).isTrue();
		assertThat(Set.of("1", "2", "three")).containsAll(answers.list("days"));
		assertThat(OFFERED).containsAll(answers.list("sdgs"));
		assertFiles(answers, "papers", 2);
	}

	private static void assertFiles(Answers answers, String path, int most) {
		assertThat(answers.files(path)).hasSizeLessThanOrEqualTo(most)
			.hasSize(((List<?>) answers.value(path).orElse(List.of())).size());
	}

	private MultiValueMap<String, String> anything() {
		MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
		if (random.nextBoolean()) {
			sent.add("name", "Ana");
			sent.add("people._rows", oneOf(List.of("0", "1", "2", "3", "100", "1000", "x", "")));
			sent.add("people.0.who", "Luz");
			sent.add("people.0.role", oneOf(List.of("CHAIR", "GUEST", "")));
			sent.add("people.0.more.phrase", "Hello");
		}
		List<String> names = new ArrayList<>(theFormWithEverything().paths());
		names.addAll(IN_ROWS);
		names.addAll(List.of("_add", "_remove", "people.0.tongues._rows", "pair._rows", "a.0.b", "people..who"));
		for (int count = random.nextInt(12); count > 0; count--) {
			String value = random.nextInt(3) == 0 ? oneOf(names) : someText();
			sent.add(oneOf(names) + oneOf(List.of("", "", "", "-day", "-month", "-year", "-time")), value);
		}
		return sent;
	}

	private void assertSound(FormDefinition form, Validation validation) {
		assertThat(validation.errors()).extracting(FieldError::path)
			.allMatch(path -> form.paths().stream().anyMatch(place -> (path + ".").startsWith(place + ".")));
		if (validation.isValid()) {
			assertThat(form.validate(validation.answers(), english())).isEqualTo(validation);
			assertThat(form.checkDraft(validation.answers(), english()).isValid()).isTrue();
		}
		Set<String> wrong = new HashSet<>(validation.errors().stream().map(FieldError::path).toList());
		Answers answers = validation.answers();
		if (form == thePledgeForm()) {
			assertSoundPledge(answers, wrong);
		}
		else if (validation.isValid()) {
			assertThat(Set.of("APPROVE", "DECLINE", "REQUEST_CHANGES")).contains(answers.text("recommendation"));
			assertThat(answers.text("recommendation").equals("APPROVE") || !answers.text("commentToCity").isEmpty())
				.isTrue();
		}
	}

	// The rules once more, said in another way than the form says them.
	private static void assertSoundPledge(Answers answers, Set<String> wrong) {
		if (!wrong.contains("title")) {
			assertThat(answers.text("title")).hasSizeBetween(1, 200).doesNotContain("\n", "\u0000", "\ud800");
		}
		if (!wrong.contains("summary")) {
			assertThat(answers.text("summary")).hasSizeBetween(300, 3000).isEqualTo(answers.text("summary").strip());
		}
		if (!wrong.contains("stage")) {
			assertThat(Set.of("PLANNING", "IN_PROGRESS", "FULFILLED")).contains(answers.text("stage"));
		}
		if (!wrong.contains("mainGcmObjectives")) {
			assertThat(answers.list("mainGcmObjectives")).hasSizeLessThanOrEqualTo(3);
			assertThat(OFFERED).containsAll(answers.list("mainGcmObjectives"));
		}
		if (!wrong.contains("start") && !wrong.contains("end")) {
			LocalDate start = answers.date("start").orElseThrow();
			assertThat(answers.flag("openEnded") || !answers.date("end").orElseThrow().isBefore(start)).isTrue();
		}
		if (!wrong.contains("website")) {
			assertThat(answers.text("website")).matches("(?s)|(?i)https?://[^<>\"\\s]+");
		}
		if (!wrong.contains("consent")) {
			assertThat(Set.of("YES", "NO")).contains(answers.text("consent"));
		}
		if (!wrong.contains("attachments")) {
			assertFiles(answers, "attachments", 5);
		}
		assertThat(wrong.contains("jointWith") || answers.flag("joint") == !answers.list("jointWith").isEmpty())
			.isTrue();
	}

	private MultiValueMap<String, String> aSubmission(FormDefinition form) {
		MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
		for (String path : form.paths()) {
			for (int count = random.nextInt(3); count > 0; count--) {
				sent.add(path + oneOf(List.of("", "", "", "-day", "-month", "-year", "-x")), someText());
			}
		}
		return sent;
	}

	private String someText() {
		StringBuilder text = new StringBuilder(oneOf(PIECES));
		while (random.nextInt(3) == 0) {
			text.append(oneOf(PIECES));
		}
		return text.toString();
	}

	private Object someJson(int depth) {
		return switch (random.nextInt(depth > 0 ? 6 : 4)) {
			case 0 -> random.nextInt();
			case 1 -> random.nextBoolean();
			case 2, 3 -> someText();
			case 4 -> {
				List<Object> list = new ArrayList<>();
				for (int count = random.nextInt(4); count > 0; count--) {
					list.add(random.nextBoolean() ? oneOf(PIECES) : someJson(depth - 1));
				}
				yield list;
			}
			default -> {
				Map<String, Object> map = new HashMap<>();
				map.put(oneOf(List.of("a", "day", "this")), someJson(depth - 1));
				yield map;
			}
		};
	}

	private <T> T oneOf(List<T> list) {
		return list.get(random.nextInt(list.size()));
	}

}
