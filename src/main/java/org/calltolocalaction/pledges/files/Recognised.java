package org.calltolocalaction.pledges.files;

import org.calltolocalaction.pledges.files.AttachFile.Reason;

/** What the content of a file shows it to be. */
sealed interface Recognised {

	/** It is one of the types that may be attached. */
	record As(FileType type) implements Recognised {
	}

	/** It is something that may not be attached. */
	sealed interface NotTaken extends Recognised {

		Reason reason();

	}

	/**
	 * It is a text document with programs in it, which run on the computers of those who
	 * open it.
	 */
	record WithMacros() implements NotTaken {

		@Override
		public Reason reason() {
			return Reason.WITH_MACROS;
		}

	}

	/** It begins like a document and cannot be opened. */
	record Damaged() implements NotTaken {

		@Override
		public Reason reason() {
			return Reason.DAMAGED;
		}

	}

	/**
	 * It is an archive that unpacks to far more than a document, or has more parts than
	 * one.
	 */
	record Excessive() implements NotTaken {

		@Override
		public Reason reason() {
			return Reason.EXCESSIVE;
		}

	}

	/** It is a text document that loads parts of itself from another computer. */
	record Linked() implements NotTaken {

		@Override
		public Reason reason() {
			return Reason.LINKED;
		}

	}

	/** It is a picture as some telephones write it, which many programs cannot show. */
	record PhonePicture() implements NotTaken {

		@Override
		public Reason reason() {
			return Reason.PHONE_PICTURE;
		}

	}

	/** It is anything else. */
	record Unknown() implements NotTaken {

		@Override
		public Reason reason() {
			return Reason.OTHER_TYPE;
		}

	}

}
