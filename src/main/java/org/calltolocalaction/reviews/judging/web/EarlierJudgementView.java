package org.calltolocalaction.reviews.judging.web;

import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.reviews.judgement.EarlierJudgement;

/** What a review said before it was reopened, to be read. */
record EarlierJudgementView(EarlierJudgement judgement, FormSummary answers) {
}
