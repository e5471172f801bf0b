package org.calltolocalaction.kernel.web.load;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.calltolocalaction.kernel.web.load.LoadLimits.Budget;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PacedBodyTests {

	private static final Budget BUDGET = new Budget(1, 1, 1, 1, 1);

	private static final LoadLimits LIMITS = new LoadLimits(BUDGET, BUDGET, BUDGET, BUDGET, Duration.ZERO,
			DataSize.ofBytes(1), Duration.ofSeconds(1));

	private final InputBuffer socket = mock(InputBuffer.class);

	private final Request request = mock(Request.class);

	/** The server says of its own time-out no more than that it is one. */
	@Test
	void whoever_fell_silent_is_not_waited_for_a_second_time() throws IOException {
		when(socket.doRead(any())).thenThrow(new SocketTimeoutException());
		org.apache.coyote.Request coyote = new org.apache.coyote.Request();
		coyote.setInputBuffer(socket);
		when(request.getCoyoteRequest()).thenReturn(coyote);
		PacedBody body = new PacedBody(request, new Lane("pages", BUDGET), "somebody", LIMITS);

		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> read(body));
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> read(body));

		verify(socket, times(1)).doRead(any());
	}

	private static int read(PacedBody body) throws IOException {
		return body.doRead(ApplicationBufferHandler.EMPTY);
	}

}
