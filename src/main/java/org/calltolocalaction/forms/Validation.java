package org.calltolocalaction.forms;

import java.util.List;

/**
 * What came of checking answers: a value and not an exception, because wrong answers are
 * expected and shown.
 *
 * @param errors in the order of the form, so that the summary reads like the page
 * @param answers cleaned where there was no error; what is in error stays as typed
 */
public record Validation(List<FieldError> errors, Answers answers) {

	/** Copies the errors, so that nobody adds one afterwards. */
	public Validation {
		errors = List.copyOf(errors);
	}

	/** Whether the answers may go on. */
	public boolean isValid() {
		return errors.isEmpty();
	}

}
