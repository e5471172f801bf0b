package org.calltolocalaction.reviews.duedates;

import org.calltolocalaction.kernel.request.AddressSecret;

/** The secret of a calendar link. */
public record CalendarToken(String value) {

	static CalendarToken random() {
		return new CalendarToken(AddressSecret.random());
	}

	/** What stands in an address. */
	public static CalendarToken of(String text) {
		return new CalendarToken(text);
	}

	String sha256() {
		return AddressSecret.sha256(value);
	}

	/** Where it leads, within the desk. */
	public String path() {
		return "/calendar/" + value + ".ics";
	}

	/** Nothing of it, because this lands in logs. */
	@Override
	public String toString() {
		return "a calendar token";
	}

}
