package org.calltolocalaction.forms.model;

import java.util.Set;
import org.calltolocalaction.forms.expression.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Room between components.
 *
 * @param height in pixels, or null where a line is drawn instead
 */
public record Gap(String id, Condition hide, Layout layout, ComponentTexts wording,
		@Nullable Integer height) implements Component {

	@Override
	public Set<String> names() {
		return hide.names();
	}

}
