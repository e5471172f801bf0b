package org.calltolocalaction.post.inbox;

/**
 * Takes what comes, in the transaction in which it is remembered as taken: each once.
 * Whoever writes mails knows what an answer to one is.
 */
public interface IncomingMails {

	void take(IncomingMail mail);

	/**
	 * A mail that was left in the mailbox, because it is too large or cannot be taken.
	 */
	void putAside(Aside mail);

	/** What is known of a mail that was not taken. */
	record Aside(String from, String subject, Why why) {

		/** Why it was not. */
		public enum Why {

			TOO_LARGE, UNREADABLE

		}

	}

}
