package org.calltolocalaction.reviews.worklist.web;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.worklist.WorklistCount;
import org.calltolocalaction.reviews.worklist.WorklistPage;
import org.calltolocalaction.reviews.worklist.WorklistSettings;
import org.calltolocalaction.search.MistakeView;
import org.calltolocalaction.search.SearchChip;

/**
 * What a reviewer sees of the worklist.
 *
 * @param me who reads it
 * @param address what is looked at
 * @param listed one page of what was found
 * @param lines the same, drawn
 */
record WorklistView(Person me, WorklistAddress address, List<Tab> tabs, List<Order> orders, Box box,
		SavedSearchLinks.Offered searches, Arranged arranged, WorklistPage listed, String lines) {

	/** A tab as a link. */
	record Tab(String name, WorklistCount count, String link, boolean chosen) {
	}

	/** A way to sort. */
	record Order(String name, boolean chosen) {
	}

	/**
	 * What stands at the box of the search.
	 *
	 * @param mistakes what of it was not understood
	 * @param suggestions how it could go on, drawn
	 * @param chips of what it consists, each with the way to do without
	 */
	record Box(List<MistakeView> mistakes, String suggestions, List<SearchChip> chips) {
	}

	/**
	 * How the reader has arranged the list.
	 *
	 * @param columns every column by its name, and whether it is shown
	 */
	record Arranged(WorklistSettings settings, Map<String, Boolean> columns) {
	}

	/** The name of the tab that is looked at. */
	public String tab() {
		return WorklistAddress.name(address.tab());
	}

}
