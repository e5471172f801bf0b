package org.calltolocalaction.reviews.judging.web;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormView;
import org.jspecify.annotations.Nullable;

/**
 * The form of a review as its page draws it: criteria as rows, comments at the answers
 * that they concern, and whatever else is asked as every form is drawn.
 *
 * @param whole with all that is wrong with it
 * @param introduction what the form says before its criteria, as HTML
 * @param rest what is asked beside criteria and comments
 */
record JudgingForm(FormView whole, String introduction, List<CriterionRow> criteria, FormView rest, Comments comments) {

	/** Whether something is wrong with what was sent. */
	boolean invalid() {
		return !whole.errors().isEmpty();
	}

	/** How many criteria are answered. */
	public long answered() {
		return criteria.stream().filter(CriterionRow::answered).count();
	}

	/**
	 * One criterion.
	 *
	 * @param name what it is called, shorter than its question
	 * @param guidance how to answer, as HTML; null where the form has none
	 * @param comment null where the form takes none
	 * @param earlier what was answered to it before; null where nothing was
	 */
	record CriterionRow(String name, FormView.Choices choices, @Nullable String guidance,
			FormView.@Nullable TextBox comment, @Nullable EarlierAnswer earlier) {

		public boolean answered() {
			return choices.choices().stream().anyMatch(FormView.Choice::chosen);
		}

		/**
		 * Whether what belongs to it is unfolded: where there is something to read or to
		 * put right.
		 */
		public boolean open() {
			return comment != null && (!comment.value().isBlank() || comment.frame().error() != null);
		}

	}

	/**
	 * An answer of the version before.
	 *
	 * @param comment empty where there was none
	 * @param author null where it was the reader
	 */
	record EarlierAnswer(int round, String answer, String comment, @Nullable String author) {
	}

	/**
	 * The comments on single answers, each at its answer.
	 *
	 * @param at by the place of the answer: what is there, and room for one more
	 * @param elsewhere those to whose answer the pledge has no place any more
	 * @param count how many there are, rooms included
	 */
	record Comments(Map<String, List<CommentBox>> at, List<CommentBox> elsewhere, int count) {

		/** Those on the answer at this place. */
		public List<CommentBox> on(String path) {
			return at.getOrDefault(path, List.of());
		}

	}

	/**
	 * Where one comment is written.
	 *
	 * @param name under which it is sent, up to the last dot
	 * @param answer the place of the answer
	 * @param error what is wrong with it; null where nothing is
	 */
	record CommentBox(String name, String answer, String text, boolean internal, @Nullable FieldError error) {

		public String id() {
			return name.replace('.', '-');
		}

		/** Whether there is a comment, or something to put right. */
		public boolean open() {
			return !text.isBlank() || error != null;
		}

	}

}
