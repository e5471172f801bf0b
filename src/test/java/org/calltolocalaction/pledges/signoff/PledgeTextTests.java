package org.calltolocalaction.pledges.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.testing.SamplePledge;
import org.junit.jupiter.api.Test;

/** Two texts are the same by what they say, whoever saved them how often. */
class PledgeTextTests {

	private static final Answers COMPLETE = SamplePledge.complete();

	@Test
	void a_change_makes_another_text_and_undoing_it_the_same_again() {
		PledgeText approved = PledgeText.of(COMPLETE);
		Answers changed = COMPLETE.with("summary", "Something else");

		assertThat(PledgeText.of(changed).sameAs(approved)).isFalse();
		assertThat(PledgeText.of(changed.with("summary", COMPLETE.text("summary"))).sameAs(approved)).isTrue();
	}

	@Test
	void the_order_in_which_it_was_answered_does_not_matter() {
		Answers reversed = Answers.empty().with("summary", "B").with("title", "A");

		assertThat(PledgeText.of(reversed).sha256())
			.isEqualTo(PledgeText.of(Answers.empty().with("title", "A").with("summary", "B")).sha256())
			.hasSize(64);
	}

	@Test
	void the_same_file_attached_once_more_is_the_same_text_and_another_content_is_not() {
		Answers first = with(file("6f1c8f9e-0000-4000-8000-000000000001", "a".repeat(64)));
		Answers again = with(file("6f1c8f9e-0000-4000-8000-000000000002", "a".repeat(64)));
		Answers other = with(file("6f1c8f9e-0000-4000-8000-000000000001", "b".repeat(64)));

		assertThat(PledgeText.of(again).sameAs(PledgeText.of(first))).isTrue();
		assertThat(PledgeText.of(other).sameAs(PledgeText.of(first))).isFalse();
		assertThat(PledgeText.of(COMPLETE).sameAs(PledgeText.of(first))).isFalse();
	}

	@Test
	void a_token_is_long_never_twice_and_in_no_log() {
		ReadingToken token = ReadingToken.random();

		assertThat(token.value()).hasSizeGreaterThan(40).isNotEqualTo(ReadingToken.random().value());
		assertThat(token.toString()).doesNotContain(token.value());
		assertThat(token.sha256()).doesNotContain(token.value()).hasSize(64);
	}

	private static Answers with(UploadedFile file) {
		return COMPLETE.with("attachments", List.of(file.asAnswer()));
	}

	private static UploadedFile file(String id, String sha256) {
		return new UploadedFile(id, "Plan.pdf", "application/pdf", 100, sha256);
	}

}
