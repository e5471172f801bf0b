package org.calltolocalaction.kernel;

import java.util.List;

/**
 * A use case said no for a reason that the person can understand and act upon: nothing
 * was changed. Carries a message key and its arguments, so that the page says it in the
 * reader's language.
 */
public class Refused extends RuntimeException {

	private final String messageKey;

	private final transient List<Object> arguments;

	public Refused(String messageKey, Object... arguments) {
		super(messageKey + " " + List.of(arguments));
		this.messageKey = messageKey;
		this.arguments = List.of(arguments);
	}

	public String messageKey() {
		return messageKey;
	}

	public Object[] arguments() {
		return arguments.toArray();
	}

}
