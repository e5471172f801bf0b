package org.calltolocalaction.coordination.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.coordination.PledgeFile;
import org.calltolocalaction.coordination.web.TrailWords.Act;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.reviews.ReopenReview;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewForm;
import org.calltolocalaction.reviews.ReviewScore;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts all there is of a pledge into the words of the coordinator who reads it. */
@Component
class PledgeFilePages {

	private final PledgeForm pledgeForm;

	private final ReviewForm reviewForm;

	private final ReopenReview reopenReview;

	private final TrailWords words;

	PledgeFilePages(PledgeForm pledgeForm, ReviewForm reviewForm, ReopenReview reopenReview, TrailWords words) {
		this.pledgeForm = pledgeForm;
		this.reviewForm = reviewForm;
		this.reopenReview = reopenReview;
		this.words = words;
	}

	/** @param judgements the newest revision's first, because they are what there is to decide upon */
	record PledgeFilePage(PledgeFile.Contents file, FormSummary answers, List<Judgement> judgements, List<Act> trail) {
	}

	/**
	 * One partner's review.
	 *
	 * @param who the reviewer who completed it, or who has it now; empty where nobody has
	 * @param score by the edition's criteria; null before it is completed
	 * @param reopenable whether the partner can be asked to judge once more
	 */
	record Judgement(Review review, String who, Integer score, boolean reopenable, List<FormSummary.Row> rows) {
	}

	PledgeFilePage of(PledgeFile.Contents file, Person reader, Times times, Locale language) {
		FormSummary answers = pledgeForm.definition()
			.summary(file.revision().answers(), pledgeForm.context(language, reader.zone()), Audience.COORDINATORS);
		List<Judgement> judgements = file.reviews()
			.stream()
			.sorted(Comparator.comparingInt(Review::revision).reversed())
			.map(review -> judgement(file, review, reader))
			.toList();
		return new PledgeFilePage(file, answers, judgements, words.of(file.trail(), times, language));
	}

	private Judgement judgement(PledgeFile.Contents file, Review review, Person reader) {
		String who = review.completedBy().or(review::takenBy).map(file::nameOf).orElse("");
		Revision judged = file.revisions().get(review.revision() - 1);
		List<FormSummary.Row> rows = !review.completed() ? List.of()
				: reviewForm
					.summary(review.answers(), reviewForm.context(review, judged, reader, LocaleContextHolder.getLocale()),
							Audience.COORDINATORS)
					.sections()
					.stream()
					.flatMap(section -> section.rows().stream())
					.toList();
		return new Judgement(review, who, reviewForm.score(review).map(ReviewScore::percent).orElse(null),
				reopenReview.possibleForCoordinators(review), rows);
	}

}
