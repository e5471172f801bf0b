package org.calltolocalaction.reviews;

import java.util.function.Function;
import org.calltolocalaction.identity.AccountId;

/**
 * A use case's no that the page can go on from, as one of its results: it names its own
 * message, so that a page that shows it needs to know no more than that there is one. See
 * docs/decisions/0053-pages-and-refusals.md.
 */
public interface Refusal {

	/** The key of the sentence that says why. */
	String messageKey();

	/**
	 * What the sentence names.
	 * @param nameOf says how a person is called
	 */
	default Object[] arguments(Function<AccountId, String> nameOf) {
		return new Object[0];
	}

}
