package org.calltolocalaction.site;

import java.util.Locale;
import java.util.Map;

/**
 * What another module tells on the first page, such as the deadline of the call that is
 * open. Declared here and implemented there, because the first page depends on no call.
 */
public interface HomePart {

	/** The fragment to show, such as {@code registry/call :: teaser}. */
	String fragment();

	/** What the fragment needs, as it is now; it reads that as {@code page.told}. */
	Map<String, ?> content(Locale language);

}
