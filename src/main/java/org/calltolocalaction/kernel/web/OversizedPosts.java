package org.calltolocalaction.kernel.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a form that is larger than the limits, or malformed, with an error page. Left to itself, such a request fails
 * wherever its parameters are first read, and again while the error page is made, which ends in the server's own page
 * and two stack traces in the log.
 */
@Component
@Order(OversizedPosts.AFTER_THE_ENCODING_IS_SET)
class OversizedPosts extends OncePerRequestFilter {

	static final int AFTER_THE_ENCODING_IS_SET = Ordered.HIGHEST_PRECEDENCE + 10;

	private static final String REFUSED = OversizedPosts.class.getName() + ".refused";

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
		}
		catch (InvalidParameterException ex) {
			request.setAttribute(REFUSED, true);
			// The rest of what was sent is not read.
			response.setHeader("Connection", "close");
			response.sendError(ex.getErrorCode());
			return;
		}
		chain.doFilter(request, response);
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static final class WithoutParameters extends HttpServletRequestWrapper {

		private WithoutParameters(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getParameter(String name) {
			return null;
		}

		@Override
		public String[] getParameterValues(String name) {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

	}

}
