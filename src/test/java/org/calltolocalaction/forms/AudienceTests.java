package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.forms.Given.aFormAsWritten;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.formJson;
import static org.calltolocalaction.forms.Given.thePledgeForm;
import static org.calltolocalaction.forms.Given.theReviewForm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For whom an answer is, and what that keeps from everybody else. */
class AudienceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "public | PUBLIC PARTNER GOVERNMENT AUTHOR COORDINATOR", "partners | PARTNER AUTHOR COORDINATOR",
					"government | GOVERNMENT AUTHOR COORDINATOR",
					"partners, government | PARTNER GOVERNMENT AUTHOR COORDINATOR",
					"government,partners | PARTNER GOVERNMENT AUTHOR COORDINATOR",
					"public, partners | PUBLIC PARTNER GOVERNMENT AUTHOR COORDINATOR" })
	void each_word_lets_its_readers_read_and_whoever_wrote_an_answer_and_coordinators_always(String written,
			String readers) {
		Audience audience = Audience.of(written);
		assertThat(Arrays.stream(Reader.values())
			.filter(audience::mayBeReadBy)
			.map(Reader::name)
			.collect(Collectors.joining(" "))).isEqualTo(readers);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", "members", "reviewers", "nobody", "PUBLIC", "public;partners",
			"partners,,government" })
	void any_other_word_is_refused(String written) {
		assertThatThrownBy(() -> Audience.of(written)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("'" + written + "'");
	}

	@Test
	void what_is_stored_is_left_to_a_reader_as_far_as_the_form_is_for_them_now_and_rows_keep_their_numbers() {
		FormDefinition form = aFormAsWritten(formJson(
				"{'type':'textfield','id':'open','key':'a.open','label':'O','properties':{'audience':'public'}}",
				"{'type':'textfield','id':'close','key':'a.close','label':'C','properties':{'audience':'partners, government'}}",
				"{'type':'dynamiclist','id':'rows','label':'R','path':'rows','isRepeating':true,"
						+ "'properties':{'audience':'partners'},'components':["
						+ "{'type':'textfield','id':'x','key':'x','label':'X','properties':{'audience':'public'}},"
						+ "{'type':'textfield','id':'y','key':'y','label':'Y'}]}",
				"{'type':'dynamiclist','id':'inner','label':'R','path':'inner','isRepeating':true,"
						+ "'properties':{'audience':'government'},'components':["
						+ "{'type':'textfield','id':'z','key':'z','label':'Z'}]}"),
				Map.of());
		Answers stored = Answers.of(Map.of("a", Map.of("open", "1", "close", "2"), "rows",
				List.of(Map.of("y", "secret"), Map.of("x", "seen", "y", "secret")), "inner",
				List.of(Map.of("z", "secret")), "gone", "asked no more"));

		assertThat(form.readable(stored, Reader.PUBLIC))
			.isEqualTo(Answers.of(Map.of("a", Map.of("open", "1"), "rows", List.of(Map.of(), Map.of("x", "seen")))));
		assertThat(form.readable(stored, Reader.PARTNER).text("rows.0.y")).isEqualTo("secret");
		assertThat(form.readable(stored, Reader.PARTNER).value("inner")).isEmpty();
		assertThat(form.readable(stored, Reader.GOVERNMENT).text("a.close")).isEqualTo("2");
		assertThat(form.readable(stored, Reader.AUTHOR)).isEqualTo(stored.without("gone"));
		assertThat(form.readable(stored, Reader.COORDINATOR)).isEqualTo(stored.without("gone"));
		for (Reader reader : Reader.values()) {
			assertThat(Rendering.toRead(form.summary(stored, english(), reader), english()).contains("secret"))
				.as(reader.name())
				.isEqualTo(reader != Reader.PUBLIC);
		}
	}

	@Test
	void a_member_reads_what_they_typed_for_the_partners_alone() {
		FormDefinition form = aFormAsWritten(
				formJson("{'type':'textfield','id':'a','key':'a','label':'A','properties':{'audience':'partners'}}"),
				Map.of());
		Answers typed = Answers.of(Map.of("a", "My own words"));
		assertThat(form.summary(typed, english(), Reader.AUTHOR).sections()).hasSize(1);
		assertThat(form.changes(Answers.empty(), typed, english(), Reader.AUTHOR)).hasSize(1);
		assertThat(form.changes(Answers.empty(), typed, english(), Reader.PUBLIC)).isEmpty();
	}

	/** Whoever changes for whom a question is changes this table, and is seen to. */
	@Test
	void every_question_of_a_pledge_is_for_whom_the_table_says() {
		assertThat(table(thePledgeForm())).containsExactly("headOfGovernment: public", "title: public",
				"language: public", "summary: public", "expectedImpact: public", "stage: public", "start: public",
				"openEnded: public", "end: public", "beneficiaries: public", "contributions: public",
				"mainGcmObjectives: public", "furtherGcmObjectives: public", "gcrObjectives: public",
				"priorityObjectives: public", "sdgs: public", "partners: public", "joint: public", "jointWith: public",
				"budget: public", "supportSought: public", "website: public", "evidence: public", "attachments: public",
				"contactName: government", "contactEmail: government", "contactPhone: government",
				"secondContactName: government", "secondContactEmail: government", "consent: government");
	}

	@Test
	void every_question_of_a_review_is_for_whom_the_table_says() {
		assertThat(table(theReviewForm())).containsExactly("eligible: partners", "eligibleComment: partners",
				"objective: partners", "objectiveComment: partners", "concrete: partners", "concreteComment: partners",
				"measurable: partners", "measurableComment: partners", "timeBound: partners",
				"timeBoundComment: partners", "resourced: partners", "resourcedComment: partners",
				"rightsBased: partners", "rightsBasedComment: partners", "genderResponsive: partners",
				"genderResponsiveComment: partners", "childSensitive: partners", "childSensitiveComment: partners",
				"developedWith: partners", "developedWithComment: partners", "noPersonalData: partners",
				"noPersonalDataComment: partners", "noDuplicate: partners", "noDuplicateComment: partners",
				"recommendation: partners", "commentToCity: partners, government",
				"answerComments: partners, government", "answerComments.answer: partners, government",
				"answerComments.comment: partners, government", "answerComments.internal: partners",
				"internalNote: partners");
	}

	private static List<String> table(FormDefinition form) {
		return form.audiences().entrySet().stream().map(place -> place.getKey() + ": " + place.getValue()).toList();
	}

}
