package org.calltolocalaction.reviews;

import java.util.List;
import java.util.stream.IntStream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.pledges.progress.AnswerComment;

/**
 * One row of the review form's list of comments on single answers.
 *
 * @param at where the row stands in the review
 * @param internal whether only reviewers and coordinators may read it
 */
public record CommentRow(String at, AnswerComment comment, boolean internal) {

	private static final String LIST = "answerComments";

	/** The rows of a review as it was filled in. */
	public static List<CommentRow> of(Answers review) {
		int rows = review.value(LIST).map(list -> ((List<?>) list).size()).orElse(0);
		return IntStream.range(0, rows)
			.mapToObj(row -> LIST + "." + row + ".")
			.map(row -> new CommentRow(row, comment(row, review), review.flag(row + "internal")))
			.toList();
	}

	/**
	 * What is left of the comment in what a reader may have of the review; its text is
	 * empty where nothing is.
	 */
	public AnswerComment asIn(Answers readable) {
		return comment(at, readable);
	}

	private static AnswerComment comment(String row, Answers review) {
		return new AnswerComment(review.text(row + "answer"), review.text(row + "comment"));
	}

}
