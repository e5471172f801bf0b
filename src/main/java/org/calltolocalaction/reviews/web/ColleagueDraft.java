package org.calltolocalaction.reviews.web;

import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.reviews.judging.ReviewDraft;

/** What a colleague has typed into a review, to be read. */
record ColleagueDraft(ReviewDraft draft, FormSummary answers) {
}
