package org.calltolocalaction.kernel.web.load;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.calltolocalaction.kernel.request.ClientAddress;

/**
 * Divides the server's threads before anything is read of a request. Whoever finds no
 * room is let through at once, as {@link BusyFilter} tells them so; everybody else keeps
 * their place until their answer is sent.
 */
final class FairShares extends ValveBase {

	/** The lane in which a request was let in. */
	static final String LANE = FairShares.class.getName() + ".lane";

	/** That there was no room. */
	static final String REFUSED = FairShares.class.getName() + ".refused";

	/**
	 * How to end the connection of somebody who takes nothing of what is written to them.
	 */
	static final String HANG_UP = FairShares.class.getName() + ".hang-up";

	/**
	 * Of a form that has arrived with its headers, whose sender would not see the answer
	 * otherwise.
	 */
	private static final int AT_HAND = 64 << 10;

	private final Lanes lanes;

	FairShares(Lanes lanes) {
		super(true);
		this.lanes = lanes;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		boolean withBody = Lanes.withBody(request);
		Lane lane = lanes.of(path(request), withBody);
		String client = ClientAddress.of(request.getRemoteAddr()).value();
		request.setAttribute(LANE, lane);
		if (!lane.requests().enter(client, Duration.ZERO)) {
			refuse(request, response, withBody);
			return;
		}
		try {
			Runnable hangUp = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
			request.setAttribute(HANG_UP, hangUp);
			if (withBody) {
				receive(request, response, lane, client);
			}
			else {
				getNext().invoke(request, response);
			}
			if (!request.isAsync()) {
				// The last of an answer counts, too, when its reader is slow.
				response.finishResponse();
			}
		}
		finally {
			lane.requests().leave(client);
		}
	}

	private void receive(Request request, Response response, Lane lane, String client)
			throws IOException, ServletException {
		PacedBody body = new PacedBody(request, lane, client, lanes.limits());
		try {
			getNext().invoke(request, response);
		}
		finally {
			body.close(response);
		}
	}

	private void refuse(Request request, Response response, boolean withBody) throws IOException, ServletException {
		request.setAttribute(REFUSED, Boolean.TRUE);
		getNext().invoke(request, response);
		response.finishResponse();
		if (withBody) {
			readWhatIsAtHand(request.getCoyoteRequest());
		}
	}

	private static void readWhatIsAtHand(org.apache.coyote.Request request) throws IOException {
		try {
			for (int read = 0; read < AT_HAND && !request.isFinished();) {
				request.action(ActionCode.AVAILABLE, Boolean.TRUE);
				if (request.getAvailable() <= 0) {
					break;
				}
				read += Math.max(0, request.doRead(ApplicationBufferHandler.EMPTY));
			}
		}
		finally {
			request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		}
	}

	private static String path(Request request) {
		// None where the request itself could not be read; it is refused further on.
		String path = Objects.requireNonNullElse(request.getDecodedRequestURI(), "");
		String context = request.getContextPath();
		return context != null && path.startsWith(context) ? path.substring(context.length()) : path;
	}

}
