package org.calltolocalaction.kernel;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Whether the desk can do nothing for a request but say so. A page that says it asks neither the database nor the
 * session, because what cannot be had would be waited for once more.
 */
public final class Busy {

	/** After how many seconds browsers and machines are asked to come again. */
	public static final int RETRY_AFTER = 10;

	private static final int TIMED_OUT = 408;

	private static final int UNAVAILABLE = 503;

	private Busy() {
	}

	/** Whether this is the dispatch that answers a request for which there was no room, or no database. */
	public static boolean told(HttpServletRequest request) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		return status instanceof Integer code && (code == UNAVAILABLE || code == TIMED_OUT);
	}

	/** Whether something failed because no connection to the database could be had, or because it broke. */
	public static boolean outage(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLTransientConnectionException
					|| cause instanceof SQLException sql && saysThatTheDatabaseIsGone(sql.getSQLState())) {
				return true;
			}
		}
		return false;
	}

	// Class 08: connection exceptions; 57P: it is being stopped or started; 53300: it has too many connections.
	private static boolean saysThatTheDatabaseIsGone(String state) {
		return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
	}

}
