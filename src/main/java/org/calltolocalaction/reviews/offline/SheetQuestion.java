package org.calltolocalaction.reviews.offline;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.FormView.Choice;

/**
 * A question of the review form that fits into one cell.
 *
 * @param name under which a browser would send the answer
 * @param hint null where there is none
 * @param choices what can be answered; empty where text is written
 */
record SheetQuestion(String name, String label, String hint, List<Choice> choices) {

	private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

	/** The code behind what was typed into the cell, which may be the code itself or its label. */
	Optional<String> code(String typed) {
		return choices.stream()
			.filter(choice -> plain(choice.value()).equals(plain(typed)) || plain(choice.label()).equals(plain(typed)))
			.map(Choice::value)
			.findFirst();
	}

	private static String plain(String text) {
		return MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
