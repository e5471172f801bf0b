package org.calltolocalaction.forms;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a list: the code that is stored, and its label in the reader's language.
 *
 * @param heading what stands beside its box, where the label is long and there is a
 * shorter name
 * @param text the full wording that stands below such a heading; null where the heading
 * is the label
 * @param otherNames what else people call it who look for it
 */
public record Option(String value, String label, String heading, @Nullable String text, List<String> otherNames) {

	/** One that goes by its label alone. */
	public Option(String value, String label) {
		this(value, label, label, null, List.of());
	}

}
