package org.calltolocalaction.forms.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.model.DataTable;
import org.calltolocalaction.forms.model.DataTable.Column;
import org.calltolocalaction.forms.model.Gap;
import org.calltolocalaction.forms.model.Part;
import org.calltolocalaction.forms.model.Prose;

/** Prepares what is only looked at. */
final class StaticContents {

	// The heights of GOV.UK's scale of spacing on a wide screen: a style of one's own
	// would need an exception.
	private static final List<Integer> HEIGHTS = List.of(0, 5, 10, 15, 20, 25, 30, 40, 50, 60);

	// What has no answers in it comes out the same each time; there is only as much of it
	// as authors wrote.
	private static final Map<Words, String> FIXED = new ConcurrentHashMap<>();

	private StaticContents() {
	}

	private record Words(boolean html, String text) {

		String drawn() {
			return html ? Markup.ofHtml(text) : Markup.ofMarkdown(text);
		}

	}

	static FormView.Item item(Part.Still still, Locale locale) {
		if (still.component() instanceof Prose prose) {
			String text = prose.html() ? still.wording().markup("content", locale, Markup::escapedForHtml)
					: still.wording().markup("text", locale, Markup::escapedForMarkdown);
			Words words = new Words(prose.html(), Objects.requireNonNull(text, "Prose is read only with its text"));
			return new FormView.Words(still.placeId(),
					prose.wording().isFixed() ? FIXED.computeIfAbsent(words, Words::drawn) : words.drawn());
		}
		if (still.component() instanceof DataTable table) {
			List<String> headings = table.columnsIn(still.scope(), locale).stream().map(Column::heading).toList();
			return new FormView.Table(still.placeId(), still.wording().label(locale), headings,
					table.rowsIn(still.scope(), locale));
		}
		Integer height = still.component() instanceof Gap gap ? gap.height() : null;
		return height == null ? new FormView.Line() : new FormView.Space(size(height));
	}

	private static int size(int height) {
		int nearest = 0;
		for (int size = 1; size < HEIGHTS.size(); size++) {
			if (Math.abs(HEIGHTS.get(size) - height) <= Math.abs(HEIGHTS.get(nearest) - height)) {
				nearest = size;
			}
		}
		return nearest;
	}

}
