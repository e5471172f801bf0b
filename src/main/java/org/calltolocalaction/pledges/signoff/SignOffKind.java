package org.calltolocalaction.pledges.signoff;

/** What the head of a government said, and how. */
public enum SignOffKind {

	/** By a reading link: the text is approved. */
	APPROVED,

	/** By a reading link: the text is to be changed first. */
	CHANGES_ASKED,

	/** The text is approved by a signed letter, which a member uploaded. */
	LETTER;

	/** Whether the text is approved. */
	public boolean approves() {
		return this != CHANGES_ASKED;
	}

}
