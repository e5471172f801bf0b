package org.calltolocalaction.forms.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a stored value: understood, empty, or not to be understood and why. */
public record ParsedValue(@Nullable Object value, @Nullable String problem, List<Object> args) {

	/** Nothing was answered. */
	public static final ParsedValue UNANSWERED = new ParsedValue(null, null, List.of());

	/** The value was understood. */
	public static ParsedValue of(Object value) {
		return new ParsedValue(value, null, List.of());
	}

	/** The value means nothing here; the key says what is wrong with it. */
	public static ParsedValue unreadable(String messageKey, Object... args) {
		return new ParsedValue(null, messageKey, List.of(args));
	}

	/** What was understood; only where {@link #isAnswered()}. */
	@Override
	public Object value() {
		return Objects.requireNonNull(value, "Nothing was answered that could be understood");
	}

	/** The key of what is wrong with it; only where {@link #isUnreadable()}. */
	@Override
	public String problem() {
		return Objects.requireNonNull(problem, "What was answered could be understood");
	}

	/** Whether there is a value to judge. */
	public boolean isAnswered() {
		return value != null;
	}

	/** Whether there is something that cannot be understood. */
	public boolean isUnreadable() {
		return problem != null;
	}

}
