package org.calltolocalaction.forms.model;

import java.util.List;

/** What became of a stored value: understood, empty, or not to be understood and why. */
public record Reading(Object value, String problem, List<Object> args) {

	/** Nothing was answered. */
	public static final Reading UNANSWERED = new Reading(null, null, List.of());

	/** The value was understood. */
	public static Reading of(Object value) {
		return new Reading(value, null, List.of());
	}

	/** The value means nothing here; the key says what is wrong with it. */
	public static Reading unreadable(String messageKey, Object... args) {
		return new Reading(null, messageKey, List.of(args));
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
