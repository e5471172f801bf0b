package org.calltolocalaction.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.calltolocalaction.kernel.Busy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that the desk is busy, before sessions and the database are asked anything: where there was no room for the
 * request, and where the database could not be reached. It says so by the status alone, and the error page of 503 to the
 * reader.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Turns extends OncePerRequestFilter {

	private final Lanes lanes;

	Turns(Lanes lanes) {
		this.lanes = lanes;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getAttribute(FairShares.REFUSED) != null) {
			comeAgain(request, response);
			return;
		}
		try {
			chain.doFilter(request, new PacedAnswer(request, response, lanes.limits()));
		}
		catch (ServletException | RuntimeException failure) {
			if (response.isCommitted() || !Busy.outage(failure)) {
				throw failure;
			}
			logger.warn("No connection to the database for " + request.getMethod() + " " + request.getRequestURI() + ": "
					+ failure.getMessage());
			comeAgain(request, response);
		}
	}

	/** Nothing of what was sent is read for it, not even the language. */
	private void comeAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
		OversizedPosts.refuse(request);
		if (Lanes.withBody(request)) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
		Object lane = request.getAttribute(FairShares.LANE);
		lanes.refused(lane instanceof Lane known ? known : lanes.of(request));
		unavailable(response);
	}

	static void unavailable(HttpServletResponse response) throws IOException {
		response.setIntHeader(HttpHeaders.RETRY_AFTER, Busy.RETRY_AFTER);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
