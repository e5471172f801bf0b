package org.calltolocalaction.kernel.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks names into lines for a picture, which no browser does in SVG. Widths are
 * estimated, rather too wide.
 */
public final class Lettering {

	private static final String NARROW = "fijlrt.,:;!'’|()[] ";

	private static final String WIDE = "mwMWQ@";

	/** A bold letter beside one that is not. */
	private static final double BOLD = 1.12;

	/** From one baseline to the next, in letters. */
	private static final double LINE = 1.2;

	private static final double SMALLEST = 9;

	private Lettering() {
	}

	/**
	 * A name as it is set within a box.
	 *
	 * @param size of its letters
	 * @param leading from one line to the next
	 */
	public record Setting(List<String> lines, double size, double leading) {
	}

	/**
	 * The name in the largest letters in which it stays within a box, bold or not: which
	 * words are long differs from language to language.
	 */
	public static Setting within(String name, double width, double height, double largest) {
		for (double size = largest; size > SMALLEST; size -= 0.5) {
			List<String> lines = lines(name, width, size * BOLD);
			double widest = size * BOLD;
			if (lines.size() * size * LINE <= height && lines.stream().allMatch(line -> width(line, widest) <= width)) {
				return new Setting(lines, size, size * LINE);
			}
		}
		return new Setting(lines(name, width, SMALLEST * BOLD), SMALLEST, SMALLEST * LINE);
	}

	/** As few lines as go into the width; a word that is wider than it stays whole. */
	public static List<String> lines(String name, double width, double size) {
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

	public static double width(String text, double size) {
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
