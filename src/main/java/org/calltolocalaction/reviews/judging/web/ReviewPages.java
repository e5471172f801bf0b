package org.calltolocalaction.reviews.judging.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.judging.JudgedPledge;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what a reviewer sees of one pledge, beside the form on which it is
 * judged.
 */
@Component
@Transactional(readOnly = true)
class ReviewPages {

	private final PartnerReviews partnerReviews;

	private final JudgedPledge judgedPledge;

	private final PostedReview form;

	private final WrittenSoFar written;

	private final ReopenReview reopenReview;

	private final WorkThrough workThrough;

	private final ReviewSidebar beside;

	private final NewsSinceLastVisit sinceLastLook;

	ReviewPages(PartnerReviews partnerReviews, JudgedPledge judgedPledge, PostedReview form, WrittenSoFar written,
			ReopenReview reopenReview, WorkThrough workThrough, ReviewSidebar beside,
			NewsSinceLastVisit sinceLastLook) {
		this.partnerReviews = partnerReviews;
		this.judgedPledge = judgedPledge;
		this.form = form;
		this.written = written;
		this.reopenReview = reopenReview;
		this.workThrough = workThrough;
		this.beside = beside;
		this.sinceLastLook = sinceLastLook;
	}

	/** What a page is made of: whose it is, and what there is to read. */
	private record Subject(Review review, Person reviewer, WorklistOrigin from, JudgedPledge.Read read,
			FormContext context, WrittenSoFar.Drafts drafts) {
	}

	/**
	 * The page of one pledge, with what its reader has typed so far and what is new since
	 * they were there.
	 */
	ReviewPage review(PledgeReference asked, Optional<Instant> lastLooked, Person reviewer, WorklistOrigin from) {
		Review review = partnerReviews.review(asked, reviewer);
		NewsSinceLastVisit.News news = sinceLastLook.news(lastLooked, asked, reviewer);
		Subject subject = subject(review, reviewer, from);
		JudgingForm view = form.view(subject.drafts().typed(), List.of(), subject.context(), subject.read(), reviewer);
		return page(subject, view, null, news);
	}

	/**
	 * The same with what was just sent, where it was not recorded; the form of a review
	 * that ended shows it no more.
	 */
	ReviewPage again(Review review, Answers typed, List<FieldError> errors, Person reviewer, WorklistOrigin from) {
		Subject subject = subject(review, reviewer, from);
		return page(subject, form.view(typed, errors, subject.context(), subject.read(), reviewer),
				written.part(typed, subject.context()), NewsSinceLastVisit.News.none());
	}

	private Subject subject(Review review, Person reviewer, WorklistOrigin from) {
		JudgedPledge.Read read = judgedPledge.of(review, reviewer, LocaleContextHolder.getLocale());
		return new Subject(review, reviewer, from, read, form.context(review, read, reviewer),
				written.drafts(review, reviewer));
	}

	private ReviewPage page(Subject subject, JudgingForm view, @Nullable FormSummary typed,
			NewsSinceLastVisit.News news) {
		Review review = subject.review();
		Person reviewer = subject.reviewer();
		return new ReviewPage(review, reviewer, subject.read(), workThrough.way(subject.from(), review, reviewer), view,
				typed, written.of(review, subject.drafts(), subject.context(), reviewer),
				beside.of(review, subject.read().pledge(), reviewer), news, reopenReview.possible(review, reviewer));
	}

}
