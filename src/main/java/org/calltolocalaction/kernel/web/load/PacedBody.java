package org.calltolocalaction.kernel.web.load;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.calltolocalaction.kernel.request.Busy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What is being sent, wherever it is read: as a form, as files, or by nobody. Before the
 * first byte is asked for, a permit is taken; it is given back with the last byte, so
 * that it costs nothing where all of it is here already. Who drips is cut off. It lies
 * below the server's own reading of forms, which no filter can wrap.
 */
public final class PacedBody implements InputBuffer {

	private static final String CUT_OFF = PacedBody.class.getName() + ".cut-off";

	/**
	 * Of what nobody wanted, so much is let through: an answer is shown by browsers only
	 * when all is sent.
	 */
	private static final int UNREAD = 4 << 20;

	private final Request request;

	private final org.apache.coyote.Request coyote;

	private final InputBuffer socket;

	private final Lane lane;

	private final String client;

	private final LoadLimits limits;

	private final Pace pace;

	private final long expected;

	private long received;

	private boolean permitted;

	private boolean over;

	private @Nullable HttpStatus status;

	private @Nullable String failure;

	PacedBody(Request request, Lane lane, String client, LoadLimits limits) {
		this.request = request;
		this.coyote = request.getCoyoteRequest();
		this.socket = coyote.getInputBuffer();
		this.lane = lane;
		this.client = client;
		this.limits = limits;
		this.pace = new Pace(limits);
		this.expected = coyote.getContentLengthLong();
		coyote.setInputBuffer(this);
	}

	/**
	 * Answers a request whose body was cut off for the sake of others; false where it was
	 * not. The server itself has called such a request a bad one by then, and tells
	 * nobody else that it may be answered otherwise.
	 */
	public static boolean answered(HttpServletRequest request) throws IOException {
		if (!(request.getAttribute(CUT_OFF) instanceof PacedBody body)) {
			return false;
		}
		Response response = body.request.getResponse();
		response.setHeader(HttpHeaders.CONNECTION, "close");
		if (body.status == HttpStatus.SERVICE_UNAVAILABLE) {
			response.setIntHeader(HttpHeaders.RETRY_AFTER, Busy.RETRY_AFTER);
		}
		// Else the server would answer for the failure of reading, and not for its
		// reason.
		body.request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
		response.sendError(Objects.requireNonNull(body.status, "What was cut off has an answer").value());
		return true;
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		if (failure != null) {
			// Who reads the rest in order to throw it away must not wait for it either. A
			// new one, because whoever closes what
			// they failed to read adds the second to the first.
			throw new BadRequestException(failure);
		}
		if (over) {
			return socket.doRead(handler);
		}
		if (!permitted) {
			permitted = lane.bodies().enter(client, limits.patience());
			if (!permitted) {
				throw cutOff(HttpStatus.SERVICE_UNAVAILABLE, "Too many are sending slowly");
			}
		}
		try {
			long begun = System.nanoTime();
			int number = socket.doRead(handler);
			received += Math.max(0, number);
			if (number < 0 || expected >= 0 && received >= expected) {
				end();
			}
			else {
				pace.went(number, System.nanoTime() - begun);
			}
			return number;
		}
		catch (SocketTimeoutException tooSlow) {
			// The server's own time-out has no message.
			throw cutOff(HttpStatus.REQUEST_TIMEOUT,
					Objects.requireNonNullElse(tooSlow.getMessage(), "Nothing came in time"));
		}
		catch (IOException gone) {
			end();
			throw gone;
		}
	}

	@Override
	public int available() {
		return socket.available();
	}

	/**
	 * The request was answered: what nobody read is read here, at the same pace, or the
	 * connection ends.
	 */
	void close(Response response) {
		try {
			if (!coyote.isFinished()) {
				response.finishResponse();
				discard();
			}
		}
		catch (IOException | RuntimeException cut) {
			coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		}
		finally {
			end();
			coyote.setInputBuffer(socket);
		}
	}

	private void discard() throws IOException {
		boolean waitsToBeAsked = coyote.hasExpectation() && received == 0;
		long unread = 0;
		while (!waitsToBeAsked && failure == null && unread <= UNREAD) {
			int number = doRead(ApplicationBufferHandler.EMPTY);
			if (number < 0) {
				return;
			}
			unread += number;
		}
		coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
	}

	// A bad request, because for any other failure the server believes that nobody is
	// there to be answered.
	private IOException cutOff(HttpStatus answer, String why) {
		request.setAttribute(CUT_OFF, this);
		status = answer;
		failure = why;
		end();
		return new BadRequestException(why);
	}

	private void end() {
		over = true;
		if (permitted) {
			permitted = false;
			lane.bodies().leave(client);
		}
	}

}
