package org.calltolocalaction.pledges.progress;

import java.time.Instant;
import java.util.List;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * The comments of a partner to the government about one revision.
 *
 * @param comment on the whole of it; empty where there is none
 * @param onAnswers on single answers
 */
public record PartnerComment(PartnerCode partner, int revision, String comment, List<AnswerComment> onAnswers,
		Instant at) {
}
