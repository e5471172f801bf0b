package org.calltolocalaction.forms.model;

import java.util.List;
import org.calltolocalaction.forms.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A component at one place of a form that somebody fills in: what stands in three rows is
 * three parts.
 */
public sealed interface Part permits Field, Part.Box, Part.Rows, Part.Value, Part.Still {

	/** What its author wrote. */
	Component component();

	/** Its texts, with the answers of its place. */
	ComponentTexts wording();

	/** Whether it is to be seen, which it is not in a box that is out of sight. */
	boolean shown();

	/** Where its expressions look. */
	Scope scope();

	/**
	 * An id that stands once on the page, even if the component stands in several rows.
	 */
	default String placeId() {
		return component().id() + scope().suffix();
	}

	/** Parts that belong together. */
	record Box(Component component, ComponentTexts wording, boolean shown, Scope scope,
			List<Part> parts) implements Part {
	}

	/**
	 * The rows of a list.
	 *
	 * @param path where the list stands in the answers
	 * @param given whether the answers hold the list; otherwise the rows are those that a
	 * new form begins with
	 */
	record Rows(Repeated component, String path, ComponentTexts wording, boolean shown, Scope scope, boolean given,
			List<Row> rows) implements Part {

		/** The id of the list's place on the page. */
		public String htmlId() {
			return path.replace('.', '-');
		}

	}

	/** One row; rows count from 0 in paths and from 1 for people. */
	record Row(String path, int number, List<Part> parts) {
	}

	/** What an expression worked out; the value is null where it yields none. */
	record Value(Computed component, String path, ComponentTexts wording, boolean shown, Scope scope,
			@Nullable Object value) implements Part {
	}

	/** Something to look at: words, tables, room. */
	record Still(Component component, ComponentTexts wording, boolean shown, Scope scope) implements Part {
	}

}
