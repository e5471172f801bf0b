package org.calltolocalaction.identity;

/**
 * Whether somebody acts for whom the desk is made. A port, because the accounts do not
 * know it; who audits may not.
 */
public interface TakesPart {

	boolean actsForSomebody(AccountId account);

}
