package org.calltolocalaction.forms.source;

import java.util.Set;
import org.calltolocalaction.forms.model.Layout;

/** Reads where components stand on a wide screen. */
final class Layouts {

	private Layouts() {
	}

	static Layout of(JsonObjectReader place) {
		JsonObjectReader layout = place.object("layout");
		if (layout == null) {
			return new Layout(null, null);
		}
		layout.allowOnly(Set.of("row", "columns"), "member of layout");
		Integer columns = layout.wholeNumber("columns");
		if (columns != null && (columns < 2 || columns > 16)) {
			throw place.broken("layout.columns must be between 2 and 16, but is " + columns);
		}
		return new Layout(layout.text("row"), columns);
	}

}
