package org.calltolocalaction.forms.model;

/** How pages name the rows of lists, in what they post. */
public final class Rows {

	/**
	 * Appended to a list's path: the hidden input that says how many rows the page has.
	 */
	public static final String COUNTER = "._rows";

	/** The button that adds a row to the list whose path is its value. */
	public static final String ADD = "_add";

	/** The button that takes away the row whose path is its value. */
	public static final String REMOVE = "_remove";

	private Rows() {
	}

}
