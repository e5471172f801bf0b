package org.calltolocalaction.identity;

import java.util.List;

/**
 * What a module knows of an account and carries over when two accounts of one mailbox
 * become one. A port, because the accounts do not know who has what. What it says
 * beforehand comes from the look by which it then acts.
 */
public interface FollowsAccount {

	/**
	 * What would be carried over or end, as sentences for the coordinator; empty where
	 * there is nothing.
	 */
	List<Consequence> forecast(Person from, Person into);

	/** Carries it over, in the caller's transaction. */
	void follow(Person from, Person into, Person by);

	/** One sentence of the forecast. */
	record Consequence(String messageKey, List<Object> arguments) {

		public static Consequence of(String messageKey, Object... arguments) {
			return new Consequence(messageKey, List.of(arguments));
		}

	}

}
