package org.calltolocalaction.kernel;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What was asked for does not exist, or not for this person: both are told the same way,
 * so that nobody learns of what is not theirs. Becomes the 404 page.
 */
public class NotFound extends RuntimeException {

	private static final String TOLD = NotFound.class.getName();

	public NotFound(String what) {
		super(what + " is not known, or not to this person");
	}

	/**
	 * Notes that a request was told so, other than one for a page that there is for
	 * nobody.
	 */
	public static void note(HttpServletRequest request) {
		request.setAttribute(TOLD, Boolean.TRUE);
	}

	/** Whether the request was told so. */
	public static boolean told(HttpServletRequest request) {
		return request.getAttribute(TOLD) != null;
	}

}
