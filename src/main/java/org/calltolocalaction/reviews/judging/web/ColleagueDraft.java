package org.calltolocalaction.reviews.judging.web;

import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.reviews.judgement.ReviewDraft;

/** What a colleague has typed into a review, to be read. */
record ColleagueDraft(ReviewDraft draft, FormSummary answers) {
}
