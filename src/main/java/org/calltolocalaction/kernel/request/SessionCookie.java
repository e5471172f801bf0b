package org.calltolocalaction.kernel.request;

/** The cookie that names a person's session. */
public final class SessionCookie {

	public static final String NAME = "DESK_SESSION";

	private SessionCookie() {
	}

}
