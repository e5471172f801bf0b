package org.calltolocalaction.pledges.files.cleaning;

import java.io.IOException;

/** A file cannot be copied without what it tells, or does something when it is opened. */
public final class CannotBeCleaned extends IOException {

	/** What stands against it. */
	public enum Why {

		/** It is not made as files of its type are. */
		DAMAGED,

		/** It is encrypted. */
		LOCKED,

		/** It runs something, or has other files in it that do. */
		ACTIVE,

		/** It loads parts of itself from another computer. */
		LINKED,

		/**
		 * It holds a picture, a film or a file of a kind of which nobody here knows where
		 * it tells what.
		 */
		OTHER_PARTS,

		/** It unpacks to far more than a document. */
		EXCESSIVE

	}

	private final Why why;

	CannotBeCleaned(Why why, String what) {
		super(what);
		this.why = why;
	}

	/** What stands against it. */
	public Why why() {
		return why;
	}

}
