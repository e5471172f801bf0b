package org.calltolocalaction.pledges.files;

import org.calltolocalaction.pledges.files.AttachFile.Reason;

/** What the content of a file shows it to be. */
sealed interface Recognised {

	/** It is one of the types that may be attached. */
	record As(FileType type) implements Recognised {
	}

	/** It is something that may not be attached. */
	record NotTaken(Reason reason) implements Recognised {
	}

}
