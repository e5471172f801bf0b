package org.calltolocalaction.pledges.files.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Copies files of one type without what they tell beyond what they show. What is seen
 * stays as it was, bit for bit where it is a picture. The same file always becomes the
 * same copy.
 */
public interface FileCleaner {

	/** The result of cleaning a file. */
	enum Outcome {

		/** The copy is written. */
		CLEANED,

		/**
		 * Nothing is written: somebody signed the file electronically, and any change
		 * would break the signature.
		 */
		SIGNED

	}

	/**
	 * Writes the clean copy of a file.
	 * @throws CannotBeCleaned where the file is not to be handed out; what was written
	 * until then is of no use
	 */
	Outcome clean(Path file, OutputStream out) throws IOException;

}
