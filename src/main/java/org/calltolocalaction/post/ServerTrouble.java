package org.calltolocalaction.post;

import org.springframework.mail.MailException;

/**
 * The mail server takes no mail now, or none of ours; nothing is said of this mail or of
 * its recipient.
 */
public class ServerTrouble extends MailException {

	/** How far the conversation had come. */
	public enum Reached {

		/** There was none: the server is known to be in trouble. */
		NOBODY,

		/**
		 * It knew nothing of the mail yet, so that it would be the same with any other.
		 */
		THE_SERVER,

		/**
		 * It was being told the mail when it fell silent: it may have it, and it may be
		 * the mail that it cannot bear.
		 */
		THE_MAIL

	}

	private final Reached reached;

	ServerTrouble(String known) {
		super("The mail server is not asked: " + known);
		this.reached = Reached.NOBODY;
	}

	ServerTrouble(Reached reached, MailException failure) {
		super(failure.getMessage(), failure);
		this.reached = reached;
	}

	public Reached reached() {
		return reached;
	}

}
