package org.calltolocalaction.forms.model;

import java.util.HashSet;
import java.util.Set;
import org.calltolocalaction.forms.expression.Condition;
import org.calltolocalaction.forms.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, as its author wrote it; a {@link Field} is what becomes of it at one
 * place of a form.
 *
 * @param key where the answer stands, seen from what the question is in
 * @param readonly when the answer may be read and not changed
 * @param choices null where the answer is free
 * @param initial what stands there before anybody answered, or null
 */
public record Question(String id, String key, FieldType type, ComponentTexts wording, Condition hide, Layout layout,
		boolean disabled, Condition readonly, Limits limits, Rules rules, @Nullable Choices choices,
		@Nullable Object initial) implements Component {

	@Override
	public Set<String> names() {
		Set<String> names = new HashSet<>(hide.names());
		names.addAll(readonly.names());
		names.addAll(limits.names());
		names.addAll(wording.names());
		if (choices != null) {
			names.addAll(choices.names());
		}
		return names;
	}

	/** The question at a path before it is known what the other answers are. */
	public Field unplaced(String path) {
		return new Field(this, path, wording, limits.fixed(), true, false, limits.fixed().required(), Scope.NOWHERE);
	}

}
