package org.calltolocalaction.kernel;

import java.util.List;

/**
 * What was asked for stood here for everybody and was taken away on purpose. Becomes the
 * 410 page, which says why in the reader's language, and nothing of what it was.
 */
public class Gone extends RuntimeException {

	private final String messageKey;

	private final transient List<Object> arguments;

	public Gone(String messageKey, Object... arguments) {
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
