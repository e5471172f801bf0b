package org.calltolocalaction.forms;

/** Who reads a filled form: a form says field by field whom contact data and internal notes may reach. */
public enum Audience {

	/** The people whom the form belongs to. */
	MEMBERS,

	/** The people who judge it. */
	REVIEWERS,

	/** The people who run the desk, and therefore see everything. */
	COORDINATORS,

	/** Anyone, and so only what is answered and meant for everyone. */
	PUBLIC;

	/** Whether this audience may read a field that is reserved for another; null means reserved for nobody. */
	public boolean mayRead(Audience reservedFor) {
		return reservedFor == null || this == reservedFor || this == COORDINATORS;
	}

}
