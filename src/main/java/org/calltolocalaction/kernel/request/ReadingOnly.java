package org.calltolocalaction.kernel.request;

import org.jspecify.annotations.Nullable;

/**
 * Whether what is done for a request may only read, whoever does it and however: then
 * each connection to the database refuses to write. For requests of somebody who looks on
 * and must leave no mark.
 */
public final class ReadingOnly {

	private static final ThreadLocal<@Nullable Boolean> NOW = new ThreadLocal<>();

	private ReadingOnly() {
	}

	/** Whether the connections that this thread takes now refuse to write. */
	public static boolean now() {
		return Boolean.TRUE.equals(NOW.get());
	}

	/** From here on this thread only reads, until {@link #end()}. */
	public static void begin() {
		NOW.set(Boolean.TRUE);
	}

	public static void end() {
		NOW.remove();
	}

	/**
	 * Does what is not the request's own business but the desk's, such as keeping its
	 * session.
	 */
	public static void apartFrom(Runnable work) {
		boolean before = now();
		end();
		try {
			work.run();
		}
		finally {
			if (before) {
				begin();
			}
		}
	}

}
