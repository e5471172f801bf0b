package org.calltolocalaction.forms.model;

/** Anything that stands in a form; it may be hidden by what was answered elsewhere. */
public sealed interface Component permits Group, Field, Prose {

	/** The id that the form's author gave, by which translations and links find the component. */
	String id();

	/** When the component is out of sight, and what it holds with it. */
	Condition hide();

}
