package org.calltolocalaction.site;

import java.net.URI;
import java.util.List;

/**
 * What the head of a public page tells search engines and whoever shows a preview of a
 * link; the layout finds it as {@code publicly}.
 *
 * @param address the page's one address in this language
 * @param others the same page in each language, and where the reader's browser decides
 * @param locale as Open Graph writes it
 * @param picture the desk's own, for a preview of the link
 */
public record PublicHead(URI address, List<InLanguage> others, String description, String locale, boolean listed,
		boolean article, URI picture) {

	/**
	 * @param language a code, or {@code x-default}
	 */
	public record InLanguage(String language, URI address) {
	}

}
