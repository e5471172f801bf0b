package org.calltolocalaction.forms;

import org.jspecify.annotations.Nullable;

/** Stops the start: a form that cannot be kept to must not be shown to anyone. */
public class BrokenForm extends RuntimeException {

	/** Names file, component and reason, because the reader is the form's author. */
	public BrokenForm(String file, @Nullable String component, String reason) {
		super(component == null ? file + ": " + reason : file + ", component '" + component + "': " + reason);
	}

}
