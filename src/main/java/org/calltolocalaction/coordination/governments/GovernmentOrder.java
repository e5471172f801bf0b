package org.calltolocalaction.coordination.governments;

/** The orders of the list of governments. */
public enum GovernmentOrder {

	NAME("folded_name, id"), COUNTRY("country, folded_name, id"), REGISTERED("registered_at desc, id"),
	MEMBERS("members desc, folded_name, id"), PLEDGES("submitted desc, folded_name, id"), WAITING("standing_since, id");

	private final String columns;

	GovernmentOrder(String columns) {
		this.columns = columns;
	}

	String columns() {
		return columns;
	}

}
