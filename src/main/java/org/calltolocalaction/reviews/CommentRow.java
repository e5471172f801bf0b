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

	/** More than these a review does not take. */
	public static final int MOST = 100;

	/** Where the rows stand in the review. */
	public static final String LIST = "answerComments";

	/** The rows of a review as it was filled in. */
	public static List<CommentRow> of(Answers review) {
		int rows = review.value(LIST).map(list -> ((List<?>) list).size()).orElse(0);
		return IntStream.range(0, rows)
			.mapToObj(row -> name(row) + ".")
			.map(row -> new CommentRow(row, comment(row, review), review.flag(row + "internal")))
			.toList();
	}

	/** The place of a row, by its number from 0. */
	public static String name(int row) {
		return LIST + "." + row;
	}

	/**
	 * The review without the rows in which nothing is written: a page has room for a
	 * comment at each answer.
	 */
	public static Answers withoutEmpty(Answers review) {
		List<?> rows = review.value(LIST).map(list -> (List<?>) list).orElse(List.of());
		List<CommentRow> read = of(review);
		List<?> written = IntStream.range(0, rows.size())
			.filter(row -> !read.get(row).comment().text().isBlank())
			.mapToObj(rows::get)
			.toList();
		return written.size() == rows.size() ? review : review.with(LIST, written.isEmpty() ? null : written);
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
