package org.calltolocalaction.forms;

/**
 * Who reads a filled form, seen from the form. Whoever shows it knows whose it is, and so
 * which of these a person is.
 */
public enum Reader {

	/** Anybody, signed in or not. */
	PUBLIC,

	/** Somebody of a reviewing partner that did not write it. */
	PARTNER,

	/** Somebody of the government whose pledge it is, or is about. */
	GOVERNMENT,

	/** Somebody of the side that wrote it: nothing that they wrote is kept from them. */
	AUTHOR,

	/** Who runs the desk, and therefore reads everything. */
	COORDINATOR;

	/** Whether they read whatever the form says. */
	boolean readsEverything() {
		return this == AUTHOR || this == COORDINATOR;
	}

}
