package org.calltolocalaction.forms.model;

import java.util.List;

/** What became of a stored value: understood, empty, or not to be understood and why. */
public record ParsedValue(Object value, String problem, List<Object> args) {

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

	/** Whether there is a value to judge. */
	public boolean isAnswered() {
		return value != null;
	}

	/** Whether there is something that cannot be understood. */
	public boolean isUnreadable() {
		return problem != null;
	}

}
