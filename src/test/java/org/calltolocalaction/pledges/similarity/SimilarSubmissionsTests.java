package org.calltolocalaction.pledges.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.similarity.SimilarSubmissions.Reason;
import org.calltolocalaction.pledges.similarity.SimilarSubmissions.Similar;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reviewer is shown beside a pledge, so that nothing is judged twice unawares. */
@DeskTest
class SimilarSubmissionsTests {

	@Autowired
	Story story;

	@Autowired
	BeginPledge begin;

	@Autowired
	SimilarSubmissions similar;

	private final String mark = UUID.randomUUID().toString().replace("-", "");

	private Person member;

	private Pledge judged;

	@BeforeEach
	void a_submitted_pledge() {
		story.aSharedCall();
		member = story.memberOf("Kampala");
		judged = submitted(member, "Centro de acogida " + mark, "…");
	}

	@Test
	void finds_a_similar_title_of_another_government_whatever_its_accents_and_order() {
		Pledge other = submitted(story.memberOf("Milan"), "Ácogida, " + mark + ": un CENTRO", "…");

		assertThat(similar.to(judged)).singleElement().satisfies(found -> {
			assertThat(found.reference()).isEqualTo(other.reference());
			assertThat(found.reasons()).contains(Reason.SIMILAR_TITLE);
			assertThat(found.state()).isEqualTo(PledgeState.UNDER_REVIEW);
			assertThat(found.call()).isEqualTo(other.call().orElseThrow());
		});
	}

	@Test
	void finds_the_words_of_the_title_in_what_another_says_of_itself() {
		Pledge other = submitted(story.memberOf("Milan"), "Something else",
				"Here is a centro, de " + mark + " for acogida. ");

		assertThat(similar.to(judged)).singleElement().satisfies(found -> {
			assertThat(found.reference()).isEqualTo(other.reference());
			assertThat(found.reasons()).containsExactly(Reason.SAME_WORDS);
		});
	}

	@Test
	void finds_what_the_same_government_submitted_however_it_is_called() {
		Pledge other = submitted(member, "Language courses", "…");

		assertThat(similar.to(judged)).singleElement().satisfies(found -> {
			assertThat(found.reference()).isEqualTo(other.reference());
			assertThat(found.reasons()).containsExactly(Reason.SAME_GOVERNMENT);
		});
	}

	@Test
	void names_first_what_it_continues_and_what_continues_it() {
		PledgeReference later = begin.begin(answers("Language courses", "…"), judged.reference(), member);
		story.submit(later, member);

		assertThat(similar.to(story.pledge(later))).first()
			.satisfies(found -> assertThat(found.reasons()).containsExactly(Reason.EARLIER, Reason.SAME_GOVERNMENT));
		assertThat(similar.to(judged)).first()
			.satisfies(found -> assertThat(found.reasons()).containsExactly(Reason.LATER, Reason.SAME_GOVERNMENT));
	}

	@Test
	void leaves_out_drafts_and_what_is_nowhere_near() {
		begin.begin(answers("Centro de acogida " + mark, "…"), member);
		submitted(story.memberOf("Milan"), "Language courses", "…");

		assertThat(similar.to(judged)).isEmpty();
	}

	@Test
	void compares_what_was_submitted_and_not_what_is_being_changed() {
		Pledge other = submitted(member, "Language courses", "…");
		PledgeReference draft = begin.begin(answers("Centro de acogida", "…"), member);

		assertThat(similar.to(judged)).extracting(Similar::title).containsExactly("Language courses");
		assertThat(similar.to(other)).extracting(Similar::reference).doesNotContain(draft);
	}

	@Test
	void shows_five_at_most_and_those_with_the_best_reasons_first() {
		for (int number = 0; number < 6; number++) {
			submitted(member, "Language courses " + number, "…");
		}
		Pledge elsewhere = submitted(story.memberOf("Milan"), "Centro de acogida " + mark, "…");

		List<Similar> found = similar.to(judged);

		assertThat(found).hasSize(5)
			.first()
			.satisfies(first -> assertThat(first.reference()).isEqualTo(elsewhere.reference()));
	}

	private Pledge submitted(Person by, String title, String summary) {
		PledgeReference reference = begin.begin(answers(title, summary), by);
		story.submit(reference, by);
		return story.pledge(reference);
	}

	private static Answers answers(String title, String summary) {
		return Story.completeAnswers()
			.with("title", title)
			.with("summary", summary + " What the city does.".repeat(20));
	}

}
