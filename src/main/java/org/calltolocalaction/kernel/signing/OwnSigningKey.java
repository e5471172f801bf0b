package org.calltolocalaction.kernel.signing;

/** Where a desk that is given no key has one of its own. */
@FunctionalInterface
public interface OwnSigningKey {

	/** The same at each start. */
	SigningKey key();

}
