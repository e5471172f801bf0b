package org.calltolocalaction.reviews.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a cell shows a number, as the library for it understands it: that takes a percent
 * sign between quotation marks for one, and stops at languages by their names. What is
 * only a text goes through it as one sign that means nothing.
 */
final class NumberPattern {

	private static final String GENERAL = "General";

	private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|\\\\(.)|\\[\\$([^\\]-]*)(?:-[^\\]]*)?\\]");

	/** It shows some numbers otherwise than others, which nobody but Excel does right. */
	private static final Pattern CONDITION = Pattern.compile("\\[[<>=][^\\]]*\\]");

	private static final char FIRST = '\uE000';

	private final List<String> texts = new ArrayList<>();

	private final String pattern;

	NumberPattern(String pattern) {
		Matcher text = TEXT.matcher(pattern);
		String plain = text.replaceAll(found -> {
			String said = found.group(1) != null ? found.group(1)
					: found.group(2) != null ? found.group(2) : found.group(3);
			texts.add(said == null ? "" : said);
			return String.valueOf((char) (FIRST + texts.size() - 1));
		});
		this.pattern = CONDITION.matcher(plain).find() ? GENERAL : plain;
	}

	/** The pattern, in which each text is one sign. */
	String pattern() {
		return pattern;
	}

	/** What was shown, with the texts. */
	String withTexts(String shown) {
		String whole = shown;
		for (int number = 0; number < texts.size(); number++) {
			whole = whole.replace(String.valueOf((char) (FIRST + number)), texts.get(number));
		}
		return whole;
	}

}
