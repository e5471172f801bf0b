package org.calltolocalaction.kernel.web.upload;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.calltolocalaction.kernel.web.load.PacedBody;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a form that is larger than the limits, malformed, or sent too slowly, with an
 * error page. Left to itself, such a request fails wherever its parameters are first
 * read, and again while the error page is made, which ends in the server's own page and
 * two stack traces in the log.
 */
@Component
@Order(OversizedPosts.AFTER_THE_SESSION_IS_KNOWN)
public class OversizedPosts extends OncePerRequestFilter {

	public static final int AFTER_THE_SESSION_IS_KNOWN = Ordered.HIGHEST_PRECEDENCE + 70;

	private static final String REFUSED = OversizedPosts.class.getName() + ".refused";

	private static final String READ = OversizedPosts.class.getName() + ".read";

	/** Whether all that was sent has been read, and was within the limits. */
	public static boolean wasRead(HttpServletRequest request) {
		return request.getAttribute(READ) != null;
	}

	/** What was sent is not to be read any more, not even while an error page is made. */
	public static void refuse(HttpServletRequest request) {
		request.setAttribute(REFUSED, true);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			boolean refused = request.getAttribute(REFUSED) != null;
			chain.doFilter(refused ? new WithoutParameters(request) : request, response);
			return;
		}
		try {
			request.getParameterMap();
			request.setAttribute(READ, true);
		}
		catch (InvalidParameterException ex) {
			refuse(request);
			if (PacedBody.answered(request)) {
				return;
			}
			// The rest of what was sent is not read.
			response.setHeader("Connection", "close");
			if (!response.isCommitted()) {
				response.sendError(ex.getErrorCode());
			}
			return;
		}
		chain.doFilter(request, response);
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

}
