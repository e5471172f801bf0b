package org.calltolocalaction.pledges.progress.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks names into lines for a picture, which no browser does in SVG. Widths are
 * estimated, rather too wide.
 */
final class Lettering {

	private static final String NARROW = "fijlrt.,:;!'’|()[] ";

	private static final String WIDE = "mwMWQ@";

	private Lettering() {
	}

	/** As few lines as go into the width; a word that is wider than it stays whole. */
	static List<String> lines(String name, double width, double size) {
		List<String> lines = new ArrayList<>();
		String line = "";
		// A question mark that French sets apart stays with its word all the same.
		for (String word : name.replace(" ?", "\u00a0?").split(" ")) {
			String longer = line.isEmpty() ? word : line + " " + word;
			if (line.isEmpty() || width(longer, size) <= width) {
				line = longer;
			}
			else {
				lines.add(line);
				line = word;
			}
		}
		lines.add(line);
		return lines;
	}

	static double width(String text, double size) {
		return text.chars().mapToDouble(Lettering::ems).sum() * size;
	}

	private static double ems(int letter) {
		if (NARROW.indexOf(letter) >= 0) {
			return 0.37;
		}
		if (WIDE.indexOf(letter) >= 0) {
			return 0.92;
		}
		return Character.isUpperCase(letter) ? 0.7 : 0.59;
	}

}
