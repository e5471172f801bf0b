package org.calltolocalaction.notifications.outbox;

import java.util.Collection;
import java.util.Set;
import org.calltolocalaction.identity.AccountId;

/**
 * Sees to it that a person's digest is written when their next one is due.
 */
public interface DigestTimer {

	/**
	 * A first mail was held back for this person in this transaction; nothing is to be
	 * done where one waits already.
	 */
	void start(AccountId reader);

	/**
	 * The digest may be due at another time now; nothing is to be done where none waits.
	 */
	void reset(AccountId reader);

	/** Those of these readers whose digest is going to be written. */
	Set<AccountId> expected(Collection<AccountId> readers);

}
