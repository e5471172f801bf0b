package org.calltolocalaction.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * That a coordinator looks on in another person's place, as their session keeps it beside
 * who they are. Whether it still holds, {@link ViewAs} says for each request.
 *
 * @param by who looks on
 * @param account in whose place
 * @param until when it ends by itself
 */
public record Viewing(AccountId by, AccountId account, Instant since, Instant until) implements Serializable {

	private static final String KEPT = Viewing.class.getName();

	/** The view in the session of this request, if there is one. */
	public static Optional<Viewing> of(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(KEPT) instanceof Viewing viewing ? Optional.of(viewing)
				: Optional.empty();
	}

	/** From the next request on, the session is that of somebody who looks on. */
	public void keep(HttpServletRequest request) {
		request.getSession().setAttribute(KEPT, this);
	}

	/** The session is that of the person themselves again. */
	public static void forget(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(KEPT);
		}
	}

}
