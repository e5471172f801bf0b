package org.calltolocalaction.reviews.judgement;

import java.util.List;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormDefinitions;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.pledges.progress.AnswerComment;
import org.calltolocalaction.reviews.CommentRow;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/**
 * The part of a review that its government may read, on pages and in mails: the answers
 * whose audience it is by the form as it is now.
 */
@Component
public class ReviewForGovernment {

	private final FormDefinitions forms;

	ReviewForGovernment(FormDefinitions forms) {
		this.forms = forms;
	}

	/** On the whole pledge; empty where there is nothing to read. */
	public String comment(Review review) {
		return readable(review).text(Review.COMMENT_TO_THE_CITY);
	}

	/** On single answers, without what the reviewer meant for the desk only. */
	public List<AnswerComment> onAnswers(Review review) {
		Answers readable = readable(review);
		return CommentRow.of(review.answers())
			.stream()
			.filter(row -> !row.internal())
			.map(row -> row.asIn(readable))
			.filter(comment -> !comment.text().isBlank())
			.toList();
	}

	boolean any(Review review) {
		return !comment(review).isBlank() || !onAnswers(review).isEmpty();
	}

	private Answers readable(Review review) {
		return forms.form("partner-review").readable(review.answers(), Reader.GOVERNMENT);
	}

}
