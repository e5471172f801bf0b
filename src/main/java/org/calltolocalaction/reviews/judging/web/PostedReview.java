package org.calltolocalaction.reviews.judging.web;

import java.util.List;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.CommentRow;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.judging.JudgedPledge;
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

	private final JudgingForms forms;

	PostedReview(ReviewForm form, JudgedPledge judgedPledge, JudgingForms forms) {
		this.form = form;
		this.judgedPledge = judgedPledge;
		this.forms = forms;
	}

	/** What was sent, without the comments on answers that are empty. */
	Answers typed(MultiValueMap<String, String> posted) {
		return CommentRow.withoutEmpty(form.definition().bind(posted));
	}

	/**
	 * Whether what was sent may be kept as a draft, however incomplete and wrong it is.
	 */
	Validation storable(Review review, MultiValueMap<String, String> posted, Person reviewer) {
		return form.definition().checkDraft(typed(posted), context(review, reviewer));
	}

	FormContext context(Review review, JudgedPledge.Read read, Person reviewer) {
		return form.context(review, read.summary(), reviewer, LocaleContextHolder.getLocale());
	}

	JudgingForm view(Answers typed, List<FieldError> errors, FormContext context, JudgedPledge.Read read,
			Person reader) {
		return forms.of(typed, errors, context, read, reader);
	}

	private FormContext context(Review review, Person reviewer) {
		return form.context(review, judgedPledge.revision(review), reviewer, LocaleContextHolder.getLocale());
	}

}
