package org.calltolocalaction.notifications;

/** The states of a written mail. */
public enum MailState {

	/** On its way by itself, or arrived. */
	OUTGOING,

	/** Waits some minutes for other notices to the same reader, to be told with them. */
	GATHERED,

	/**
	 * Waits for the reader's next digest, or for the mail that brings it to be delivered.
	 */
	HELD,

	/** Arrived in a digest, or with other notices. */
	DIGESTED,

	/**
	 * Not sent, because the reader wants only what asks something of them, or because it
	 * was done before their digest.
	 */
	DROPPED,

	/** Not sent and not tried again: no server takes mail for that address. */
	UNDELIVERABLE,

	/**
	 * Not sent and not tried again by itself: given up, or refused for what may be put
	 * right here. Somebody has to look.
	 */
	FAILED

}
