package org.calltolocalaction.notifications.coordinators;

/**
 * Sees to it that what is left of a message is written, portion by portion.
 */
public interface MessageClerk {

	/** It was confirmed in this transaction, and is written when that has ended. */
	void begin(MessageId message);

}
