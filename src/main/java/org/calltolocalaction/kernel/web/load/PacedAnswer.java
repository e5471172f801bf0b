package org.calltolocalaction.kernel.web.load;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.SocketTimeoutException;

/**
 * Hangs up on whoever takes so little of their answer that a thread would be theirs for
 * ever.
 */
final class PacedAnswer extends HttpServletResponseWrapper {

	private final HttpServletRequest request;

	private final Pace pace;

	PacedAnswer(HttpServletRequest request, HttpServletResponse response, LoadLimits limits) {
		super(response);
		this.request = request;
		this.pace = new Pace(limits);
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		ServletOutputStream out = super.getOutputStream();
		return new ServletOutputStream() {

			@Override
			public void write(int b) throws IOException {
				out.write(b);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				timed(length, () -> out.write(bytes, offset, length));
			}

			@Override
			public void flush() throws IOException {
				timed(0, out::flush);
			}

			@Override
			public void close() throws IOException {
				out.close();
			}

			@Override
			public boolean isReady() {
				return out.isReady();
			}

			@Override
			public void setWriteListener(WriteListener listener) {
				out.setWriteListener(listener);
			}

		};
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		Writer out = super.getWriter();
		return new PrintWriter(new FilterWriter(out) {

			@Override
			public void write(char[] letters, int offset, int length) throws IOException {
				timed(length, () -> out.write(letters, offset, length));
			}

			@Override
			public void write(String text, int offset, int length) throws IOException {
				timed(length, () -> out.write(text, offset, length));
			}

		});
	}

	private void timed(int amount, Write write) throws IOException {
		long begun = System.nanoTime();
		write.now();
		try {
			pace.went(amount, System.nanoTime() - begun);
		}
		catch (SocketTimeoutException tooSlow) {
			if (request.getAttribute(FairShares.HANG_UP) instanceof Runnable hangUp) {
				hangUp.run();
			}
			throw tooSlow;
		}
	}

	@FunctionalInterface
	private interface Write {

		void now() throws IOException;

	}

}
