package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.aCompletePledge;
import static org.calltolocalaction.forms.Given.english;
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

/** Throws at the forms what nobody would think of; the seed is fixed, so that a failure can be looked at. */
class RandomSubmissionTests {

	private static final Set<String> OFFERED = Set.of("A", "B", "C", "D");

	private static final List<String> PIECES = List.of(
			"", " ", "\n", "\r\n", "\u0000", "\u00a0", "\ud800", "\u202e", "x", "A", "B", "YES", "NO", "APPROVE",
			"DECLINE", "PLANNING", "true", "false", "on", "2027-01-31", "2026-02-30", " / ", "31", "12", "2027",
			"-1", "1e999999999", "99999999999999999999", "<script>", "${7*7}", "{{x}}", "'", "\"",
			"https://example.org", "javascript:alert(1)", "a@example.org", "مدينة", "😀", "=1/0", "null",
			"x".repeat(350), "y".repeat(25_000));

	private final Random random = new Random(20261001);

	@Test
	void whatever_is_sent_is_bound_judged_and_drawn_and_nothing_invalid_passes() {
		for (int round = 0; round < 2_000; round++) {
			FormDefinition form = round % 4 == 0 ? theReviewForm() : thePledgeForm();
			Answers typed = form.bind(aSubmission(form));
			Validation draft = form.checkDraft(typed, english());
			Validation validation = form.validate(typed, english());
			assertThat(draft.answers()).isEqualTo(typed);
			assertThat(Answers.fromJson(typed.toJson())).isEqualTo(typed);
			assertSound(form, validation);
			if (round % 40 == 0) {
				assertThat(Rendering.toFillIn(form, typed, validation.errors(), english())).doesNotContain("<script>");
				assertThat(Rendering.toRead(form.summary(typed, english(), Audience.COORDINATORS), english()))
						.doesNotContain("<script>");
			}
		}
	}

	@Test
	void whatever_json_is_stored_is_judged_and_drawn_and_nothing_invalid_passes() {
		for (int round = 0; round < 2_000; round++) {
			FormDefinition form = round % 4 == 0 ? theReviewForm() : thePledgeForm();
			Answers stored = round % 2 == 0 ? Answers.empty() : aCompletePledge();
			for (int change = random.nextInt(6); change >= 0; change--) {
				stored = stored.with(oneOf(form.paths()), someJson(2));
			}
			assertSound(form, form.validate(stored, english()));
			form.checkDraft(stored, english());
			form.summary(stored, english(), Audience.PUBLIC);
			form.view(stored, List.of(), english());
		}
	}

	private void assertSound(FormDefinition form, Validation validation) {
		assertThat(form.paths()).containsAll(validation.errors().stream().map(FieldError::path).toList());
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
