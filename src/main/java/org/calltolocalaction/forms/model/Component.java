package org.calltolocalaction.forms.model;

import java.util.Set;
import org.calltolocalaction.forms.expression.Condition;

/**
 * Anything that an author put into a form; it may be hidden by what was answered
 * elsewhere.
 */
public sealed interface Component permits Group, Repeated, Question, Computed, Prose, DataTable, Gap {

	/**
	 * The id that the form's author gave, by which translations and links find the
	 * component.
	 */
	String id();

	/** When the component is out of sight, and what it holds with it. */
	Condition hide();

	/** What it says. */
	ComponentTexts wording();

	/** Where it stands. */
	Layout layout();

	/** The answers by which it changes, apart from those by which its parts change. */
	Set<String> names();

}
