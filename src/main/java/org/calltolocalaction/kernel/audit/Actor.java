package org.calltolocalaction.kernel.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * Whoever does something that is written down. Accounts are known to another module; the
 * trail keeps their ids only, which stay whatever becomes of a person's address.
 */
@FunctionalInterface
public interface Actor {

	/**
	 * Acts where no person does: a timer, a decision table, the start of the desk.
	 */
	Actor THE_DESK = Optional::empty;

	/** The id of the account that acts; empty for the desk itself. */
	Optional<UUID> account();

}
