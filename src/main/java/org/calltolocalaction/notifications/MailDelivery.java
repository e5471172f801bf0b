package org.calltolocalaction.notifications;

/**
 * Gets a written mail out, in a step of its own with growing retries: a mail server that is down for a day neither
 * undoes a decision nor holds up what comes after it.
 */
public interface MailDelivery {

	/** The mail was written in this transaction: deliver it once the transaction is through. */
	void deliver(MailId mail);

}
