package org.calltolocalaction.tryout;

import org.calltolocalaction.kernel.operation.CannotStart;

/**
 * The database on board cannot be started, for a reason that a person can do something
 * about.
 */
class DatabaseUnavailable extends CannotStart {

	DatabaseUnavailable(String description, String action) {
		super(description, action);
	}

	DatabaseUnavailable(String description, String action, Throwable cause) {
		super(description, action, cause);
	}

}
