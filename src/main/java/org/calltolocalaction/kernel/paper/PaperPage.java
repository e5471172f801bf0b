package org.calltolocalaction.kernel.paper;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a document is made of.
 *
 * @param template that draws its body
 * @param page what the template shows, handed over as {@code page}
 * @param title of the document
 * @param language of the reader
 * @param at when it is made, to which it is dated
 * @param pictures that it shows, each by the key that the template writes as
 * {@code picture:key}
 * @param enclosures that travel inside it
 */
public record PaperPage(String template, Object page, String title, Locale language, Instant at,
		Map<String, PaperPicture> pictures, List<Enclosure> enclosures) {

	/** One of words alone. */
	public static PaperPage of(String template, Object page, String title, Locale language, Instant at) {
		return new PaperPage(template, page, title, language, at, Map.of(), List.of());
	}

}
