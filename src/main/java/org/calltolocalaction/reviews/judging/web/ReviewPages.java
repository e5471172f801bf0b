package org.calltolocalaction.reviews.judging.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.RowChange;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.judgement.EarlierJudgement;
import org.calltolocalaction.reviews.judgement.EarlierJudgements;
import org.calltolocalaction.reviews.judgement.ReviewDraft;
import org.calltolocalaction.reviews.judgement.ReviewDrafts;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.springframework.context.i18n.LocaleContextHolder;
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

	private final ReviewForm form;

	private final ReviewDrafts drafts;

	private final EarlierJudgements judgements;

	private final ReopenReview reopenReview;

	private final WorkThrough workThrough;

	private final Pledges pledges;

	private final Governments governments;

	private final People people;

	private final ReviewSidebar beside;

	private final NewsSinceLastVisit sinceLastLook;

	ReviewPages(PartnerReviews partnerReviews, JudgedPledge judgedPledge, ReviewForm form, ReviewDrafts drafts,
			EarlierJudgements judgements, ReopenReview reopenReview, WorkThrough workThrough, Pledges pledges,
			Governments governments, People people, ReviewSidebar beside, NewsSinceLastVisit sinceLastLook) {
		this.partnerReviews = partnerReviews;
		this.judgedPledge = judgedPledge;
		this.form = form;
		this.drafts = drafts;
		this.judgements = judgements;
		this.reopenReview = reopenReview;
		this.workThrough = workThrough;
		this.pledges = pledges;
		this.governments = governments;
		this.people = people;
		this.beside = beside;
		this.sinceLastLook = sinceLastLook;
	}

	/** What a page is made of: whose it is, and what there is to read. */
	private record Subject(Review review, Person reviewer, WorklistOrigin from, JudgedPledge.Read read,
			FormContext context, List<ReviewDraft> drafts) {

		/** What the reader has typed themselves; null where they have not begun. */
		ReviewDraft own() {
			return drafts.stream().filter(draft -> draft.author().equals(reviewer.id())).findFirst().orElse(null);
		}

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
		Answers typed = subject.own() == null ? Answers.empty() : subject.own().answers();
		return page(subject, form.definition().view(typed, List.of(), subject.context()), model);
	}

	/**
	 * The same with what was just sent, where it was not recorded; the form of a review
	 * that ended shows it no more.
	 */
	String again(Review review, Answers typed, List<FieldError> errors, Person reviewer, WorklistOrigin from,
			Model model) {
		Subject subject = subject(review, reviewer, from);
		model.addAttribute("typed", readOut(typed, subject).withoutHeadings());
		return page(subject, form.definition().view(typed, errors, subject.context()), model);
	}

	/** The same after a button of the form that adds a row or takes one away. */
	String changed(Review review, MultiValueMap<String, String> posted, Person reviewer, WorklistOrigin from,
			Model model) {
		Subject subject = subject(review, reviewer, from);
		return page(subject, changed(posted, subject.context()), model);
	}

	/**
	 * The form alone after what was typed so far, for a page that scripts bring up to
	 * date.
	 */
	String refreshed(Review review, MultiValueMap<String, String> posted, Person reviewer, Model model) {
		model.addAttribute("form", changed(posted, context(review, reviewer)).refreshedAt(refreshAddress(review)));
		return "forms/fields :: fields(view=${form})";
	}

	/**
	 * Whether what was sent may be kept as a draft, however incomplete and wrong it is.
	 */
	Validation storable(Review review, MultiValueMap<String, String> posted, Person reviewer) {
		return form.definition().checkDraft(form.definition().bind(posted), context(review, reviewer));
	}

	private Subject subject(Review review, Person reviewer, WorklistOrigin from) {
		JudgedPledge.Read read = judgedPledge.of(review, reviewer);
		FormContext context = form.context(review, read.summary(), reviewer, LocaleContextHolder.getLocale());
		return new Subject(review, reviewer, from, read, context, drafts.of(review));
	}

	private FormContext context(Review review, Person reviewer) {
		return form.context(review, judgedPledge.revision(review), reviewer, LocaleContextHolder.getLocale());
	}

	private FormView changed(MultiValueMap<String, String> posted, FormContext context) {
		FormDefinition definition = form.definition();
		Answers typed = definition.bind(posted);
		if (!definition.changesRows(posted)) {
			return definition.view(typed, List.of(), context);
		}
		RowChange change = definition.change(typed, posted);
		return definition.view(change.answers(), List.of(), context).focusedOn(change.anchor());
	}

	private static String refreshAddress(Review review) {
		return "/reviews/" + review.reference() + "/refresh";
	}

	private String page(Subject subject, FormView view, Model model) {
		Review review = subject.review();
		Person reviewer = subject.reviewer();
		JudgedPledge.Read read = subject.read();
		Pledge pledge = pledges.pledge(review.reference());
		List<EarlierJudgement> before = judgements.of(review);
		model.addAttribute("review", review).addAttribute("pledge", pledge).addAttribute("me", reviewer);
		model.addAttribute("zone", reviewer.zone()).addAttribute("read", read);
		model.addAttribute("title", new PledgeContent(read.answers()).title()).addAttribute("summary", read.summary());
		model.addAttribute("textLanguage", new PledgeContent(read.answers()).language());
		model.addAttribute("filesAddress", "/reviews/" + pledge.reference() + "/files");
		model.addAttribute("government", governments.government(pledge.government()));
		model.addAttribute("form", view.refreshedAt(refreshAddress(review)));
		model.addAttribute("invalid", view.errors().isEmpty() ? null : Boolean.TRUE);
		model.addAttribute("from", subject.from());
		model.addAttribute("place", workThrough.place(subject.from(), review, reviewer).orElse(null));
		model.addAttribute("names", names(review, subject.drafts(), before));
		beside.addTo(model, review, pledge, reviewer);
		model.addAttribute("ownDraft", subject.own()).addAttribute("drafts", drafts(subject));
		model.addAttribute("judgements",
				before.stream()
					.map(judgement -> new EarlierJudgementView(judgement,
							readOut(judgement.answers(), subject).withoutHeadings()))
					.toList());
		if (review.completed()) {
			model.addAttribute("judged", readOut(review.answers(), subject));
			model.addAttribute("score", form.score(review).orElse(null));
			model.addAttribute("reopenable", reopenReview.possible(review));
		}
		return "reviews/review";
	}

	private FormSummary readOut(Answers judgement, Subject subject) {
		return form.summary(judgement, subject.context(), Reader.AUTHOR);
	}

	/**
	 * What colleagues have typed; of a review that ended nothing is left to go on with.
	 */
	private List<ColleagueDraft> drafts(Subject subject) {
		return subject.drafts()
			.stream()
			.filter(draft -> subject.review().open() && draft != subject.own())
			.map(draft -> new ColleagueDraft(draft, readOut(draft.answers(), subject).withoutHeadings()))
			.toList();
	}

	private Map<AccountId, String> names(Review review, List<ReviewDraft> all, List<EarlierJudgement> before) {
		Collection<AccountId> ids = new ArrayList<>();
		review.takenBy().ifPresent(ids::add);
		review.completedBy().ifPresent(ids::add);
		all.forEach(draft -> ids.add(draft.author()));
		before.forEach(judgement -> ids.addAll(List.of(judgement.completedBy(), judgement.reopenedBy())));
		return people.all(ids.stream().distinct().toList())
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
	}

}
