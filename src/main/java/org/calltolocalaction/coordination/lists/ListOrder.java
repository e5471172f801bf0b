package org.calltolocalaction.coordination.lists;

/** The orders of the coordinators' lists, each of which has an index. */
public enum ListOrder {

	WAITING("waiting_since, reference", "begun_at, reference"), DUE("due_at, reference", "begun_at, reference"),
	SUBMITTED("first_submitted_at desc, reference desc", "begun_at desc, reference desc"),
	CHANGED("changed_at desc, reference desc", "begun_at desc, reference desc"),
	GOVERNMENT("government_order, reference", "government_order, reference"),
	TITLE("title_order, reference", "government_order, reference"), REFERENCE("reference", "reference");

	private final String columns;

	private final String ofDrafts;

	ListOrder(String columns, String ofDrafts) {
		this.columns = columns;
		this.ofDrafts = ofDrafts;
	}

	String columns() {
		return columns;
	}

	String ofDrafts() {
		return ofDrafts;
	}

	/** Whether drafts can be in this order: of a draft little is known. */
	public boolean fitsDrafts() {
		return this == WAITING || this == SUBMITTED || this == GOVERNMENT || this == REFERENCE;
	}

}
