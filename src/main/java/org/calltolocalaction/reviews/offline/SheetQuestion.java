package org.calltolocalaction.reviews.offline;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.forms.FormView.Choice;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A question of the review form that fits into one cell.
 *
 * @param name under which a browser would send the answer
 * @param hint null where there is none
 * @param choices what can be answered; empty where text is written
 */
record SheetQuestion(String name, String label, @Nullable String hint, List<Choice> choices) {

	/**
	 * The code behind what was typed into the cell, which may be the code itself or its
	 * label, or yes and no as people type them.
	 */
	Optional<String> code(String typed) {
		return choices.stream()
			.filter(choice -> Text.plain(choice.value()).equals(Text.plain(typed))
					|| Text.plain(choice.label()).equals(Text.plain(typed)))
			.map(Choice::value)
			.findFirst()
			.or(() -> TypedAnswer.of(typed)
				.filter(code -> choices.stream().anyMatch(choice -> choice.value().equals(code))));
	}

}
