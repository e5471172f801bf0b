package org.calltolocalaction.coordination.web.pledge;

import java.util.List;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.judgement.EarlierJudgement;
import org.calltolocalaction.reviews.judgement.EarlierJudgements;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.judgement.ReviewScore;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Reads out to a coordinator what a partner judged, and what it judged before it thought
 * again.
 */
@Component
class ReviewReadout {

	private final ReviewForm form;

	private final EarlierJudgements judgements;

	private final RequestNewReview newReviews;

	ReviewReadout(ReviewForm form, EarlierJudgements judgements, RequestNewReview newReviews) {
		this.form = form;
		this.judgements = judgements;
		this.newReviews = newReviews;
	}

	/**
	 * What one review says.
	 *
	 * @param rows what was answered; none before it is completed
	 * @param score by the edition's criteria; null before it is completed
	 * @param reopenable whether the partner can be asked to judge once more
	 * @param earlier what it said before it was opened again
	 */
	record Verdict(List<FormSummary.Row> rows, @Nullable Integer score, boolean reopenable, List<Earlier> earlier) {
	}

	/** What a review said before it was opened again. */
	record Earlier(EarlierJudgement judgement, List<FormSummary.Row> rows) {
	}

	Verdict of(Review review, Revision judged, Person reader) {
		FormContext context = form.context(review, judged, reader, LocaleContextHolder.getLocale());
		List<Earlier> earlier = judgements.of(review)
			.stream()
			.map(judgement -> new Earlier(judgement, rows(judgement.answers(), context)))
			.toList();
		return new Verdict(review.completed() ? rows(review.answers(), context) : List.of(),
				form.score(review).map(ReviewScore::percent).orElse(null), newReviews.possible(review), earlier);
	}

	private List<FormSummary.Row> rows(Answers judgement, FormContext context) {
		return form.summary(judgement, context, Reader.COORDINATOR)
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.toList();
	}

}
