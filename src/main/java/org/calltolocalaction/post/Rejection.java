package org.calltolocalaction.post;

import jakarta.mail.MessagingException;

/**
 * The conversation with the mail server came to nothing, and how far it had come by then.
 */
class Rejection extends MessagingException {

	/** What the server was being told. */
	enum Stage {

		/** Who sends the mail: the same for every mail of the desk. */
		SENDER,

		/** To whom it goes. */
		RECIPIENT,

		/** The mail itself: a server that does not answer any more may have taken it. */
		CONTENT

	}

	/** No answer at all: the server hung up, or nobody waited any longer. */
	static final int NO_ANSWER = -1;

	private final Stage stage;

	private final int code;

	/**
	 * @param code the server's, of three digits, or {@link #NO_ANSWER}
	 */
	Rejection(Stage stage, int code, MessagingException failure) {
		super(failure.getMessage(), failure);
		this.stage = stage;
		this.code = code;
	}

	Stage stage() {
		return stage;
	}

	int code() {
		return code;
	}

}
