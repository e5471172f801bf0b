package org.calltolocalaction.reviews;

import java.util.List;
import java.util.stream.IntStream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.pledges.AnswerComment;

/**
 * One row of the review form's list of comments on single answers.
 *
 * @param internal whether only reviewers and coordinators may read it
 */
record CommentRow(AnswerComment comment, boolean internal) {

	private static final String LIST = "answerComments";

	/** The rows of a review as it was filled in. */
	static List<CommentRow> of(Answers review) {
		int rows = review.value(LIST).map(list -> ((List<?>) list).size()).orElse(0);
		return IntStream.range(0, rows).mapToObj(row -> LIST + "." + row + ".").map(row -> new CommentRow(
				new AnswerComment(review.text(row + "answer"), review.text(row + "comment")), review.flag(row + "internal")))
			.toList();
	}

}
