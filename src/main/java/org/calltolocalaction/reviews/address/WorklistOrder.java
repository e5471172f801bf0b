package org.calltolocalaction.reviews.address;

import java.util.Set;

/** In what order reviews are listed; there is an index for each. */
public enum WorklistOrder {

	DUE("due_at, reference", Set.of(WorklistTab.MINE, WorklistTab.UNASSIGNED, WorklistTab.ALL)),

	/** Longest waiting first. */
	WAITING("opened_at, reference", Set.of(WorklistTab.MINE, WorklistTab.UNASSIGNED, WorklistTab.ALL)),

	GOVERNMENT("government_order, reference", Set.of(WorklistTab.values())),

	TITLE("title_order, reference", Set.of(WorklistTab.values())),

	/** Newest first. */
	COMPLETED("completed_at desc, reference", Set.of(WorklistTab.DONE));

	private final String columns;

	private final Set<WorklistTab> tabs;

	WorklistOrder(String columns, Set<WorklistTab> tabs) {
		this.columns = columns;
		this.tabs = tabs;
	}

	/** Whether the tab can be listed in this order. */
	public boolean fits(WorklistTab tab) {
		return tabs.contains(tab);
	}

	/** How the rows of the reviews are ordered by it. */
	public String columns() {
		return columns;
	}

}
