package org.calltolocalaction.registry.web;

import java.net.URI;
import java.util.Map;
import org.calltolocalaction.registry.PublishedPledge;

/**
 * How a published pledge is named by whoever writes about it: what a sentence and what
 * BibTeX say.
 *
 * @param address where it is read
 */
record Citation(PublishedPledge pledge, URI address) {

	/** What TeX takes for something else than a letter. */
	private static final Map<Integer, String> ESCAPED = Map.of((int) '\\', "\\textbackslash{}", (int) '{', "\\{",
			(int) '}', "\\}", (int) '$', "\\$", (int) '&', "\\&", (int) '#', "\\#", (int) '%', "\\%", (int) '_', "\\_",
			(int) '~', "\\textasciitilde{}", (int) '^', "\\textasciicircum{}");

	/**
	 * An entry for a list of works. The name of the government is in braces twice, so
	 * that nobody takes its last word for a family name.
	 * @param series in which the pledge stands, in the reader's words
	 */
	public String bibtex(String series) {
		return """
				@misc{%s,
				  author       = {{%s}},
				  title        = {{%s}},
				  year         = {%s},
				  howpublished = {%s},
				  number       = {%s},
				  language     = {%s},
				  url          = {%s}
				}""".formatted(pledge.reference(), tex(pledge.government()), tex(pledge.title()), pledge.edition(),
				tex(series), pledge.reference(), tex(pledge.language()), address);
	}

	private static String tex(String text) {
		StringBuilder escaped = new StringBuilder(text.length());
		text.codePoints().forEach(letter -> {
			String instead = ESCAPED.get(letter);
			if (instead == null) {
				escaped.appendCodePoint(letter);
			}
			else {
				escaped.append(instead);
			}
		});
		return escaped.toString();
	}

}
