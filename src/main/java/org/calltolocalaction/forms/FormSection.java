package org.calltolocalaction.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a section of a form is filled in, for a task list.
 *
 * @param id by which {@link FormDefinition} draws and binds it alone
 * @param title in the reader's language; null where its author grouped nothing
 * @param errors what keeps it from being submitted, that which is only missing too
 * @param answered how many of its questions have an answer
 * @param asked how many questions there are; a box that may stay empty is none, because
 * an empty one is an answer
 */
public record FormSection(String id, @Nullable String title, State state, List<FieldError> errors, int answered,
		int asked) {

	/** Where the filling in stands. */
	public enum State {

		/** Nothing is answered, and if nothing has to be, nothing is wrong with that. */
		NOT_STARTED,

		/** Something is answered and something is missing. */
		IN_PROGRESS,

		/** Something is answered and nothing is missing or wrong. */
		COMPLETE,

		/** An answer is wrong, which is worse than missing. */
		HAS_ERRORS

	}

	/** Copies the errors, so that a section stays as it was judged. */
	public FormSection {
		errors = List.copyOf(errors);
	}

	/** Whether the section does not keep the form from being submitted. */
	public boolean isValid() {
		return errors.isEmpty();
	}

}
