package org.calltolocalaction.forms.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.forms.expression.Condition;

/**
 * Words between the questions.
 *
 * @param html whether its author wrote HTML; otherwise it is Markdown
 */
public record Prose(String id, boolean html, ComponentTexts wording, Condition hide, Layout layout,
		List<String> requireOneOf) implements Component {

	@Override
	public Set<String> names() {
		Set<String> names = new HashSet<>(hide.names());
		names.addAll(wording.names());
		return names;
	}

}
