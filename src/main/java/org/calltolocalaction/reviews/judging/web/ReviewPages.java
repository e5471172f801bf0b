package org.calltolocalaction.reviews.judging.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

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
	String review(PledgeReference asked, Optional<Instant> lastLooked, Person reviewer, WorklistOrigin from,
			Model model) {
		Review review = partnerReviews.review(asked, reviewer);
		sinceLastLook.addTo(model, lastLooked, asked, reviewer);
		Subject subject = subject(review, reviewer, from);
		return page(subject, form.view(review, subject.drafts().typed(), List.of(), subject.context()), model);
	}

	/**
	 * The same with what was just sent, where it was not recorded; the form of a review
	 * that ended shows it no more.
	 */
	String again(Review review, Answers typed, List<FieldError> errors, Person reviewer, WorklistOrigin from,
			Model model) {
		Subject subject = subject(review, reviewer, from);
		model.addAttribute("typed", written.part(typed, subject.context()));
		return page(subject, form.view(review, typed, errors, subject.context()), model);
	}

	/** The same after a button of the form that adds a row or takes one away. */
	String changed(Review review, MultiValueMap<String, String> posted, Person reviewer, WorklistOrigin from,
			Model model) {
		Subject subject = subject(review, reviewer, from);
		return page(subject, form.changed(review, posted, subject.context()), model);
	}

	private Subject subject(Review review, Person reviewer, WorklistOrigin from) {
		JudgedPledge.Read read = judgedPledge.of(review, reviewer);
		return new Subject(review, reviewer, from, read, form.context(review, read, reviewer),
				written.drafts(review, reviewer));
	}

	private String page(Subject subject, FormView view, Model model) {
		Review review = subject.review();
		Person reviewer = subject.reviewer();
		JudgedPledge.Read read = subject.read();
		Pledge pledge = read.pledge();
		model.addAttribute("review", review).addAttribute("pledge", pledge).addAttribute("me", reviewer);
		model.addAttribute("zone", reviewer.zone()).addAttribute("read", read);
		model.addAttribute("title", new PledgeContent(read.answers()).title()).addAttribute("summary", read.summary());
		model.addAttribute("textLanguage", new PledgeContent(read.answers()).language());
		model.addAttribute("filesAddress", "/reviews/" + pledge.reference() + "/files");
		model.addAttribute("government", read.government());
		model.addAttribute("form", view);
		model.addAttribute("invalid", view.errors().isEmpty() ? null : Boolean.TRUE);
		model.addAttribute("from", subject.from());
		model.addAttribute("place", workThrough.place(subject.from(), review, reviewer).orElse(null));
		model.addAttribute("reopenable", reopenReview.possible(review));
		beside.addTo(model, review, pledge, reviewer);
		written.addTo(model, review, subject.drafts(), subject.context());
		return "reviews/judging/review";
	}

}
