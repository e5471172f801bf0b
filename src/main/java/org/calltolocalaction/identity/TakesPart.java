package org.calltolocalaction.identity;

/**
 * Whether somebody acts for whom the desk is made. A port, because the accounts do not
 * know it; who audits may not.
 */
public interface TakesPart {

	boolean actsForSomebody(AccountId account);

	/**
	 * From here until the transaction ends, the person does not begin to; for whoever
	 * asks, and then acts by the answer.
	 */
	void holdBack(AccountId account);

}
