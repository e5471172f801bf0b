package org.calltolocalaction.forms.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.forms.expression.Condition;

/**
 * Questions that belong together; at the top of a form it is a section.
 *
 * @param path what the paths of its answers begin with, or empty
 */
public record Group(String id, String path, ComponentTexts wording, Condition hide, Layout layout,
		List<Component> components, List<String> requireOneOf) implements Component {

	@Override
	public Set<String> names() {
		Set<String> names = new HashSet<>(hide.names());
		names.addAll(wording.names());
		return names;
	}

}
