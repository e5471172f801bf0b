package org.calltolocalaction.notifications;

/** What becomes of a written mail, as its reader chose. */
public enum MailState {

	/** On its way by itself, or arrived. */
	OUTGOING,

	/** Waits for the reader's next digest, or for that digest to be delivered. */
	HELD,

	/** Arrived in a digest. */
	DIGESTED,

	/** Not sent, because the reader wants only what asks something of them, or because it was done before their digest. */
	DROPPED,

	/** Not sent and not tried again: no server takes mail for that address. */
	UNDELIVERABLE

}
