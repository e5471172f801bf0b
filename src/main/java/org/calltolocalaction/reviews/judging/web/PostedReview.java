package org.calltolocalaction.reviews.judging.web;

import java.util.List;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.RowChange;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Reads what was sent with the form of a review, and draws the form after it. */
@Component
@Transactional(readOnly = true)
class PostedReview {

	private final ReviewForm form;

	private final JudgedPledge judgedPledge;

	PostedReview(ReviewForm form, JudgedPledge judgedPledge) {
		this.form = form;
		this.judgedPledge = judgedPledge;
	}

	Answers typed(MultiValueMap<String, String> posted) {
		return form.definition().bind(posted);
	}

	/** Whether it was sent by a button that adds a row or takes one away. */
	boolean changesRows(MultiValueMap<String, String> posted) {
		return form.definition().changesRows(posted);
	}

	/**
	 * Whether what was sent may be kept as a draft, however incomplete and wrong it is.
	 */
	Validation storable(Review review, MultiValueMap<String, String> posted, Person reviewer) {
		return form.definition().checkDraft(typed(posted), context(review, reviewer));
	}

	/**
	 * The form alone after what was typed so far, for a page that scripts bring up to
	 * date.
	 */
	FormView refreshed(Review review, MultiValueMap<String, String> posted, Person reviewer) {
		return changed(review, posted, context(review, reviewer));
	}

	FormContext context(Review review, JudgedPledge.Read read, Person reviewer) {
		return form.context(review, read.summary(), reviewer, LocaleContextHolder.getLocale());
	}

	FormView view(Review review, Answers typed, List<FieldError> errors, FormContext context) {
		return refreshable(review, form.definition().view(typed, errors, context));
	}

	/** The form with a row more or less, where a button asks for that. */
	FormView changed(Review review, MultiValueMap<String, String> posted, FormContext context) {
		Answers typed = typed(posted);
		if (!changesRows(posted)) {
			return view(review, typed, List.of(), context);
		}
		RowChange change = form.definition().change(typed, posted);
		return refreshable(review,
				form.definition().view(change.answers(), List.of(), context).focusedOn(change.anchor()));
	}

	private FormContext context(Review review, Person reviewer) {
		return form.context(review, judgedPledge.revision(review), reviewer, LocaleContextHolder.getLocale());
	}

	private static FormView refreshable(Review review, FormView view) {
		return view.refreshedAt("/reviews/" + review.reference() + "/refresh");
	}

}
