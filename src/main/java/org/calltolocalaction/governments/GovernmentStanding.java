package org.calltolocalaction.governments;

import java.util.Locale;

/**
 * Whether coordinators have confirmed that a government is the one that it says it is.
 * Until they have, its members work as all others do, and nothing of it becomes public.
 */
public enum GovernmentStanding {

	/** It waits for the coordinators. */
	UNCONFIRMED,

	/** The coordinators asked it something, and wait for its answer. */
	ASKED,

	/** For good: what has become public by it stays. */
	CONFIRMED,

	/**
	 * The coordinators do not take it for what it says; they may ask or confirm later.
	 */
	REFUSED;

	/** Whether coordinators can still say something to it. */
	public boolean open() {
		return this != CONFIRMED;
	}

	/** As it is typed into a search. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
