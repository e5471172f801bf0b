package org.calltolocalaction.kernel.request;

import java.util.regex.Pattern;

/**
 * Which page of a list an address asks for. Addresses are typed and cut short: what is no
 * number is the first page.
 */
public final class PageNumber {

	private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

	private PageNumber() {
	}

	/** From 1; whether there is such a page is for the list to say. */
	public static int of(String typed) {
		return NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : 1;
	}

}
