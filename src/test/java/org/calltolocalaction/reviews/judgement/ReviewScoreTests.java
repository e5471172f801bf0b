package org.calltolocalaction.reviews.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.editions.criteria.Criterion.CONCRETE;
import static org.calltolocalaction.editions.criteria.Criterion.MEASURABLE;
import static org.calltolocalaction.editions.criteria.Criterion.RESOURCED;

import java.util.Map;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.forms.Answers;
import org.junit.jupiter.api.Test;

/** How much of the criteria a pledge meets in one partner's eyes. */
class ReviewScoreTests {

	private static final Criteria CRITERIA = new Criteria(new EditionYear(2027), 1,
			Map.of(CONCRETE, 3, MEASURABLE, 2, RESOURCED, 1));

	@Test
	void yes_counts_whole_partly_half_and_no_nothing_each_by_its_weight() {
		assertThat(score("YES", "YES", "YES")).isEqualTo(100);
		assertThat(score("NO", "NO", "NO")).isZero();
		assertThat(score("YES", "PARTLY", "NO")).isEqualTo(67);
		assertThat(score("PARTLY", "NO", "YES")).isEqualTo(42);
	}

	@Test
	void what_is_not_asked_does_not_count() {
		Answers more = judged("YES", "YES", "YES").with("rightsBased", "NO");

		assertThat(ReviewScore.of(CRITERIA, more)).contains(new ReviewScore(100));
	}

	@Test
	void without_an_answer_to_each_there_is_no_share() {
		assertThat(ReviewScore.of(CRITERIA, judged("YES", "YES", "YES").without("resourced"))).isEmpty();
	}

	private static int score(String concrete, String measurable, String resourced) {
		return ReviewScore.of(CRITERIA, judged(concrete, measurable, resourced)).orElseThrow().percent();
	}

	private static Answers judged(String concrete, String measurable, String resourced) {
		return Answers.of(Map.of("concrete", concrete, "measurable", measurable, "resourced", resourced));
	}

}
