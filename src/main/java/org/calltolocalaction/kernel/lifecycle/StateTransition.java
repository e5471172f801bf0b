package org.calltolocalaction.kernel.lifecycle;

import java.util.Set;

/**
 * Something that can happen to a thing that goes through states. An enum of all that can
 * is the one table of them: the thing guards itself by it, pages ask it what is offered,
 * and {@code docs/states.md} shows it.
 *
 * @param <S> the states of the thing
 */
public interface StateTransition<S extends Enum<S>> {

	/** The states in which it can happen. */
	Set<S> from();

	/** Where it leads from a state in which it can happen. */
	S after(S state);

	default boolean possibleIn(S state) {
		return from().contains(state);
	}

	/**
	 * @param what the thing to which it happens, as a person who looks for it calls it
	 * @return the state to which it leads the thing
	 * @throws IllegalStateException where it cannot happen in the state that the thing is
	 * in
	 */
	default S pass(String what, S found) {
		if (!possibleIn(found)) {
			throw new IllegalStateException(
					"%s was expected to be one of %s to %s and is %s".formatted(what, from(), this, found));
		}
		return after(found);
	}

}
