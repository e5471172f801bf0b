package org.calltolocalaction.kernel.operation;

import org.jspecify.annotations.Nullable;

/**
 * The desk does not start, for a reason that a person can do something about: it is said
 * in sentences, without a trace.
 */
public class CannotStart extends RuntimeException {

	private final String action;

	/**
	 * @param description what keeps the desk from starting
	 * @param action what somebody can do about it
	 */
	public CannotStart(String description, String action) {
		this(description, action, null);
	}

	public CannotStart(String description, String action, @Nullable Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	public String action() {
		return action;
	}

}
