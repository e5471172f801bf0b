package org.calltolocalaction.pledges.files;

/** How the content of an attached file was kept. */
enum Kept {

	/**
	 * As it was sent, with all that it tells, as the first release kept every file; it is
	 * handed to others as a clean copy.
	 */
	AS_SENT,

	/** Without what it told beyond what it shows. */
	CLEANED,

	/**
	 * As it was sent, because somebody signed it electronically, or may have, and any
	 * change would break the signature.
	 */
	SIGNED

}
