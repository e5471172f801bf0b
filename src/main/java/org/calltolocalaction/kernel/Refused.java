package org.calltolocalaction.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * A use case said no for a reason that the person can understand and act upon: nothing
 * was changed. Carries a message key and its arguments, so that the page says it in the
 * reader's language.
 */
public class Refused extends RuntimeException {

	private static final String NOTED = Refused.class.getName();

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

	/** Leaves it to the page of a request that is refused before it reaches one. */
	public void note(HttpServletRequest request) {
		request.setAttribute(NOTED, this);
	}

	/** Why the request was refused, where somebody noted it. */
	public static Optional<Refused> noted(HttpServletRequest request) {
		return request.getAttribute(NOTED) instanceof Refused refused ? Optional.of(refused) : Optional.empty();
	}

}
