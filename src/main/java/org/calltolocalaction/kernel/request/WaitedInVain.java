package org.calltolocalaction.kernel.request;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request has waited for a connection to the database in vain, whatever part of
 * it did: the rest of it, its error page included, does not wait once more. So whoever is
 * told that the desk is busy is told after one wait.
 */
public final class WaitedInVain {

	private static final String MARK = WaitedInVain.class.getName();

	private static final ThreadLocal<@Nullable WaitedInVain> NOW = new ThreadLocal<>();

	private @Nullable SQLTransientConnectionException failure;

	private WaitedInVain() {
	}

	/** From here on this thread works for the request, until {@link #end()}. */
	public static void begin(HttpServletRequest request) {
		WaitedInVain mark = request.getAttribute(MARK) instanceof WaitedInVain known ? known : new WaitedInVain();
		request.setAttribute(MARK, mark);
		NOW.set(mark);
	}

	public static void end() {
		NOW.remove();
	}

	/** The request for which this thread works, if it does for any. */
	public static Optional<WaitedInVain> now() {
		return Optional.ofNullable(NOW.get());
	}

	public void note(SQLTransientConnectionException none) {
		failure = none;
	}

	/**
	 * @throws SQLTransientConnectionException where there was no connection before, with
	 * all that was said then
	 */
	public void refuseOnceMore() throws SQLTransientConnectionException {
		SQLTransientConnectionException before = failure;
		if (before != null) {
			throw new SQLTransientConnectionException(before.getMessage(), before.getSQLState(), before.getErrorCode(),
					before.getCause());
		}
	}

}
