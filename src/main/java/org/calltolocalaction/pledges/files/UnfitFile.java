package org.calltolocalaction.pledges.files;

import org.calltolocalaction.pledges.files.AttachFile.Reason;

/** What somebody sent may not be attached. */
final class UnfitFile extends Exception {

	private final Reason reason;

	UnfitFile(Reason reason) {
		super("A file is " + reason);
		this.reason = reason;
	}

	Reason reason() {
		return reason;
	}

}
