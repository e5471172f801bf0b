package org.calltolocalaction.tryout;

/** The database on board cannot be started, for a reason that a person can do something about. */
class DatabaseUnavailable extends RuntimeException {

	private final String action;

	DatabaseUnavailable(String description, String action) {
		this(description, action, null);
	}

	DatabaseUnavailable(String description, String action, Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	String action() {
		return action;
	}

}
