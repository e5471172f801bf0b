package org.calltolocalaction.kernel.web.load;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.calltolocalaction.kernel.request.Busy;
import org.calltolocalaction.kernel.request.WaitedInVain;
import org.calltolocalaction.kernel.web.SentForms;
import org.calltolocalaction.kernel.web.upload.OversizedPosts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that the desk is busy, before sessions and the database are asked anything: where
 * there was no room for the request, and where the database could not be reached. It says
 * so by the status alone, and the error page of 503 to the reader, who is given back what
 * they sent. What it lets through waits for the database in vain only once.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BusyFilter extends OncePerRequestFilter {

	private final Lanes lanes;

	private final SentForms sentForms;

	BusyFilter(Lanes lanes, SentForms sentForms) {
		this.lanes = lanes;
		this.sentForms = sentForms;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		WaitedInVain.begin(request);
		try {
			if (request.getDispatcherType() == DispatcherType.ERROR) {
				errorPage(request, response, chain);
			}
			else {
				answer(request, response, chain);
			}
		}
		finally {
			WaitedInVain.end();
		}
	}

	private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getAttribute(FairShares.REFUSED) != null) {
			refuse(request, response);
			return;
		}
		try {
			chain.doFilter(request, new PacedAnswer(request, response, lanes.limits()));
		}
		catch (ServletException | RuntimeException failure) {
			if (response.isCommitted() || !Busy.outage(failure)) {
				throw failure;
			}
			logger.warn("No connection to the database for " + request.getMethod(), failure);
			outage(failure, request, response);
		}
	}

	/**
	 * A page that says what went wrong asks who reads it; where that cannot be found out,
	 * it says so instead.
	 */
	private void errorPage(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException failure) {
			if (response.isCommitted() || !Busy.outage(failure)) {
				throw failure;
			}
			logger.warn("No connection to the database for an error page", failure);
			response.resetBuffer();
			Busy.tell(request);
			giveBack(failure, request);
			response.setIntHeader(HttpHeaders.RETRY_AFTER, Busy.RETRY_AFTER);
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			request.getRequestDispatcher(request.getServletPath()).forward(request, response);
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	/** Nothing of what was sent is read for it, not even the language. */
	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		OversizedPosts.refuse(request);
		if (Lanes.withBody(request)) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
		Object lane = request.getAttribute(FairShares.LANE);
		lanes.refused(lane instanceof Lane known ? known : lanes.of(request));
		unavailable(response);
	}

	private void outage(Exception failure, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		giveBack(failure, request);
		if (!OversizedPosts.wasRead(request)) {
			OversizedPosts.refuse(request);
			if (PacedBody.answered(request)) {
				return;
			}
		}
		unavailable(response);
	}

	private void giveBack(Exception failure, HttpServletRequest request) {
		if (!Busy.allInUse(failure)) {
			Busy.noteOutage(request);
		}
		sentForms.giveBack(request);
	}

	static void unavailable(HttpServletResponse response) throws IOException {
		response.setIntHeader(HttpHeaders.RETRY_AFTER, Busy.RETRY_AFTER);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
