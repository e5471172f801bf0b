package org.calltolocalaction.kernel.archive;

import java.io.IOException;

/**
 * An archive that is not opened, or not read to its end, because of what that would cost
 * or hide.
 */
public final class UnsafeArchive extends IOException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/** What is wrong with it. */
	public enum Reason {

		/** No archive, a broken one, or one that tells two stories of what is in it. */
		UNREADABLE,

		/**
		 * More parts than a document has, or parts that unpack to far more than they are.
		 */
		EXCESSIVE

	}

	UnsafeArchive(Reason reason, String what) {
		super(what);
		this.reason = reason;
	}

	public Reason reason() {
		return reason;
	}

}
