package org.calltolocalaction.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fingerprint of the forecast that a page shows, which its form sends back. */
public final class Foreseen {

	private static final Pattern FIELD = Pattern.compile("name=\"foreseen\" value=\"([^\"]*)\"");

	private Foreseen() {
	}

	/** Nothing where the page shows no forecast. */
	public static String on(String page) {
		Matcher field = FIELD.matcher(page);
		return field.find() ? field.group(1) : "";
	}

}
