package org.calltolocalaction.forms.model;

import java.util.Set;
import org.calltolocalaction.forms.expression.Condition;
import org.calltolocalaction.forms.expression.Formula;

/**
 * A value that nobody types: an expression works it out from the answers, and it is
 * stored with them.
 */
public record Computed(String id, String key, ComponentTexts wording, Condition hide, Layout layout, Formula formula,
		Rules rules) implements Component {

	@Override
	public Set<String> names() {
		return hide.names();
	}

}
