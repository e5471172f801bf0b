package org.calltolocalaction.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.BrokenForm;
import org.calltolocalaction.forms.RenamedQuestion;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

/** What the desk reads of a pledge by name, and that the form asks it. */
class PledgeContentTests {

	@Test
	void a_pledge_says_what_was_answered_and_nothing_else() {
		PledgeContent content = new PledgeContent(Answers.of(Map.of("title", "A welcome desk", "language", "en")));

		assertThat(content.title()).isEqualTo("A welcome desk");
		assertThat(content.language()).isEqualTo("en");
		assertThat(content.summary()).isEmpty();
		assertThat(content.objectives()).isEmpty();
	}

	@Test
	void the_main_objectives_come_first_and_each_once() {
		PledgeContent content = new PledgeContent(Answers.of(Map.of("gcrObjectives", List.of("GCR-2"),
				"furtherGcmObjectives", List.of("GCM-02", "GCM-15"), "mainGcmObjectives", List.of("GCM-15"))));

		assertThat(content.objectives()).containsExactly("GCM-15", "GCM-02", "GCR-2");
	}

	@Test
	void nothing_is_public_without_a_yes() {
		PledgeContent content = new PledgeContent(Answers.empty());

		assertThat(content.mayBePublished()).isFalse();
		assertThat(content.withConsent(false).mayBePublished()).isFalse();
		assertThat(content.withConsent(true).mayBePublished()).isTrue();
		assertThat(content.withConsent(true).without(PledgeQuestion.CONSENT).mayBePublished()).isFalse();
	}

	@Test
	void the_desk_starts_with_a_form_that_asks_all_that_it_works_with() {
		assertThatCode(() -> startWith("nobody", "asks")).doesNotThrowAnyException();
	}

	@Test
	void the_desk_does_not_start_with_a_form_that_calls_a_question_otherwise() {
		assertThatExceptionOfType(BrokenForm.class).isThrownBy(() -> startWith("summary", "abstract"))
			.withMessageContaining("pledge")
			.withMessageContaining("“summary”");
	}

	private static void startWith(String key, String renamed) {
		new PledgeForm(RenamedQuestion.in("pledge", key, renamed), mock(Vocabulary.class), Clock.systemUTC());
	}

}
