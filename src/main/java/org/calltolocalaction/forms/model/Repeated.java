package org.calltolocalaction.forms.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.expression.Condition;

/**
 * Questions that are asked row by row, a dynamic list.
 *
 * @param path where the list of rows stands in the answers
 * @param audience for whom the list is; what is asked in its rows may be for others
 * @param rows how many there are before anybody answered
 * @param changeable whether the person who fills it in may add rows and take them away
 */
public record Repeated(String id, String path, ComponentTexts wording, Condition hide, Layout layout,
		List<Component> components, Audience audience, int rows, boolean changeable) implements Component {

	/** More rows than this are not stored: whoever needs them needs a file. */
	public static final int MOST_ROWS = 100;

	@Override
	public Set<String> names() {
		Set<String> names = new HashSet<>(hide.names());
		names.addAll(wording.names());
		return names;
	}

}
