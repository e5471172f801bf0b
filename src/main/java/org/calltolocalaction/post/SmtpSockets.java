package org.calltolocalaction.post;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * The connections of one conversation with a mail server, which is over after a while
 * whatever the server does: a time-out for each answer alone never comes to an end with a
 * server that says a letter now and then. Encrypted connections are laid over such a one,
 * and end with it.
 */
class SmtpSockets extends SocketFactory {

	/** For each answer, where the settings say nothing. */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	/** For the whole conversation. */
	private static final Duration WHOLE = Duration.ofSeconds(90);

	/**
	 * When the mail has been told: servers look through it before they answer, and who
	 * asks again has it sent twice.
	 */
	private static final Duration LAST_ANSWER = Duration.ofSeconds(60);

	private final long end;

	private volatile Duration atLeast = Duration.ZERO;

	SmtpSockets() {
		this(WHOLE);
	}

	SmtpSockets(Duration whole) {
		// Not the desk's clock: what is measured here is how long a thread waits.
		this.end = System.nanoTime() + whole.toNanos();
	}

	/** All is said: from here on, the answer is waited for longer. */
	void awaitTheLastAnswer() {
		atLeast = LAST_ANSWER;
	}

	@Override
	public Socket createSocket() {
		return new Bounded();
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return createSocket(InetAddress.getByName(host), port);
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return connected(new Bounded(), new InetSocketAddress(host, port));
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
		return createSocket(InetAddress.getByName(host), port, from, fromPort);
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
		Socket socket = new Bounded();
		socket.bind(new InetSocketAddress(from, fromPort));
		return connected(socket, new InetSocketAddress(host, port));
	}

	private static Socket connected(Socket socket, SocketAddress server) throws IOException {
		socket.connect(server);
		return socket;
	}

	/** At least one: zero would be for ever. */
	private int millisLeft() throws SocketTimeoutException {
		long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
		if (left <= 0) {
			throw new SocketTimeoutException("The mail server took too long over one mail");
		}
		return (int) left;
	}

	private final class Bounded extends Socket {

		private volatile int patience = (int) PATIENCE.toMillis();

		@Override
		public void connect(SocketAddress server, int timeout) throws IOException {
			super.connect(server, Math.min(timeout > 0 ? timeout : (int) PATIENCE.toMillis(), millisLeft()));
		}

		@Override
		public void setSoTimeout(int timeout) throws SocketException {
			patience = timeout > 0 ? timeout : (int) PATIENCE.toMillis();
			super.setSoTimeout(patience);
		}

		@Override
		public InputStream getInputStream() throws IOException {
			return new FilterInputStream(super.getInputStream()) {

				@Override
				public int read() throws IOException {
					limit();
					return in.read();
				}

				@Override
				public int read(byte[] into, int offset, int length) throws IOException {
					limit();
					return in.read(into, offset, length);
				}

			};
		}

		@Override
		public OutputStream getOutputStream() throws IOException {
			return new FilterOutputStream(super.getOutputStream()) {

				@Override
				public void write(byte[] bytes, int offset, int length) throws IOException {
					millisLeft();
					out.write(bytes, offset, length);
				}

			};
		}

		private void limit() throws IOException {
			super.setSoTimeout(Math.min(Math.max(patience, (int) atLeast.toMillis()), millisLeft()));
		}

	}

}
