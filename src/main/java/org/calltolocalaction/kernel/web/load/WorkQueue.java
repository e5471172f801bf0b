package org.calltolocalaction.kernel.web.load;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.calltolocalaction.kernel.web.SentForms;
import org.calltolocalaction.kernel.web.upload.OversizedPosts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before the work: fewer are let in at once than there are connections to the database,
 * so that the others wait here, for a while, and not for a connection. What was sent is
 * here by then, and with the first byte of an answer the turn is over: nobody's slow line
 * keeps another from being worked for.
 */
@Component
@Order(OversizedPosts.AFTER_THE_SESSION_IS_KNOWN + 1)
class WorkQueue extends OncePerRequestFilter {

	private final Lanes lanes;

	private final SentForms sentForms;

	WorkQueue(Lanes lanes, SentForms sentForms) {
		this.lanes = lanes;
		this.sentForms = sentForms;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Object known = request.getAttribute(FairShares.LANE);
		Lane lane = known instanceof Lane let ? let : lanes.of(request);
		if (!lane.begin(lanes.limits().patience())) {
			lanes.refused(lane);
			sentForms.giveBack(request);
			BusyFilter.unavailable(response);
			return;
		}
		Turn turn = new Turn(response, lane);
		try {
			chain.doFilter(request, turn);
		}
		finally {
			turn.end();
		}
	}

	/** Ends when the answer begins, or without one. */
	private static final class Turn extends HttpServletResponseWrapper {

		private final Lane lane;

		private boolean over;

		private Turn(HttpServletResponse response, Lane lane) {
			super(response);
			this.lane = lane;
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			end();
			return super.getOutputStream();
		}

		@Override
		public PrintWriter getWriter() throws IOException {
			end();
			return super.getWriter();
		}

		private synchronized void end() {
			if (!over) {
				over = true;
				lane.end();
			}
		}

	}

}
