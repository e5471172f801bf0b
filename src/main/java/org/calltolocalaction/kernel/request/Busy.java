package org.calltolocalaction.kernel.request;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Whether the desk can do nothing for a request but say so. A page that says it asks
 * neither the database nor the session, because what cannot be had would be waited for
 * once more.
 */
public final class Busy {

	/** After how many seconds browsers and machines are asked to come again. */
	public static final int RETRY_AFTER = 10;

	private static final String OUTAGE = Busy.class.getName() + ".outage";

	private static final int TIMED_OUT = 408;

	private static final int UNAVAILABLE = 503;

	private Busy() {
	}

	/**
	 * Whether this is the dispatch that answers a request for which there was no room, or
	 * no database.
	 */
	public static boolean told(HttpServletRequest request) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		return status instanceof Integer code && (code == UNAVAILABLE || code == TIMED_OUT);
	}

	/**
	 * Makes this the dispatch that answers a request for which there was no room, or no
	 * database.
	 */
	public static void tell(HttpServletRequest request) {
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, UNAVAILABLE);
	}

	/** Notes that it is not room that there was none of, but the database. */
	public static void noteOutage(HttpServletRequest request) {
		request.setAttribute(OUTAGE, Boolean.TRUE);
	}

	/**
	 * Whether the request failed because the database was away, so that its page does not
	 * speak of many visitors.
	 */
	public static boolean ofOutage(HttpServletRequest request) {
		return request.getAttribute(OUTAGE) != null;
	}

	/**
	 * Whether something failed because no connection to the database could be had, or
	 * because it broke.
	 */
	public static boolean outage(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLTransientConnectionException || cause instanceof SQLException sql
					&& (saysThatTheDatabaseIsGone(sql.getSQLState()) || wasTakenAway(sql))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether that was only because all connections are in use: then the database is
	 * there, and many people are.
	 */
	public static boolean allInUse(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLTransientConnectionException full && full.getSQLState() == null
					&& full.getCause() == null) {
				return true;
			}
		}
		return false;
	}

	// What the pool says to who goes on with a connection that broke, such as the
	// rollback of what it broke.
	private static boolean wasTakenAway(SQLException failure) {
		return failure.getSQLState() == null && "Connection is closed".equals(failure.getMessage());
	}

	// Class 08: connection exceptions; 57P: it is being stopped or started; 53: its disk
	// or memory is full, or it has too
	// many connections.
	private static boolean saysThatTheDatabaseIsGone(String state) {
		return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
	}

}
