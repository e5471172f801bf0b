package org.calltolocalaction.reviews.worklist;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;

/**
 * A search that somebody named, to come back to it.
 *
 * @param owner who alone can share and remove it
 * @param shared whether the owner's team finds it, too
 */
public record SavedSearch(SavedSearchId id, AccountId owner, String name, WorklistTab tab, String typed,
		WorklistOrder order, boolean shared) {
}
