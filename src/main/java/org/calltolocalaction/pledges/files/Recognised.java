package org.calltolocalaction.pledges.files;

/** What the content of a file shows it to be. */
sealed interface Recognised {

	/** It is one of the types that may be attached. */
	record As(FileType type) implements Recognised {
	}

	/**
	 * It is a text document with programs in it, which run on the computers of those who
	 * open it.
	 */
	record WithMacros() implements Recognised {
	}

	/** It begins like a document and cannot be opened. */
	record Damaged() implements Recognised {
	}

	/**
	 * It is an archive that unpacks to far more than a document, or has more parts than
	 * one.
	 */
	record Excessive() implements Recognised {
	}

	/** It is anything else. */
	record Unknown() implements Recognised {
	}

}
