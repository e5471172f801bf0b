package org.calltolocalaction.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection to the desk that does what no browser does: stops in the middle, sends a
 * byte now and then, reads nothing.
 */
public final class RawConnection implements AutoCloseable {

	private final Socket socket = new Socket();

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private RawConnection(URI desk, String from, int receiveBuffer) throws IOException {
		if (receiveBuffer > 0) {
			socket.setReceiveBufferSize(receiveBuffer);
		}
		socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
		socket.connect(new InetSocketAddress("127.0.0.1", desk.getPort()), 10_000);
	}

	/**
	 * @param from an address of this machine, such as 127.0.0.2, so that it is another
	 * client than others are
	 */
	public static RawConnection from(String from, URI desk) throws IOException {
		return new RawConnection(desk, from, 0);
	}

	/** Somebody who takes next to nothing of what is sent to them. */
	public static RawConnection ofASlowReader(String from, URI desk) throws IOException {
		return new RawConnection(desk, from, 2048);
	}

	public RawConnection sends(String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
		socket.getOutputStream().flush();
		return this;
	}

	/** The beginning of a form. */
	public RawConnection posts(String path, int length, String more) throws IOException {
		return sends(
				"POST %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n"
					.formatted(path, more, length));
	}

	/** The status of the answer, where it begins within that time. */
	public Optional<Integer> status(Duration patience) throws IOException {
		long deadline = System.nanoTime() + patience.toNanos();
		while (received.size() < "HTTP/1.1 200".length()) {
			long left = (deadline - System.nanoTime()) / 1_000_000;
			if (!reads((int) left) || left <= 0 && received.size() == 0) {
				return Optional.empty();
			}
		}
		return Optional.of(Integer.valueOf(text().substring(9, 12)));
	}

	/** Everything until the desk ends the connection. */
	public String rest(Duration patience) throws IOException {
		long deadline = System.nanoTime() + patience.toNanos();
		boolean more = true;
		while (more && System.nanoTime() < deadline) {
			more = reads(1000);
		}
		return text();
	}

	private String text() {
		return received.toString(StandardCharsets.UTF_8);
	}

	private boolean reads(int millis) throws IOException {
		socket.setSoTimeout(Math.max(1, millis));
		InputStream in = socket.getInputStream();
		byte[] some = new byte[8192];
		try {
			int number = in.read(some);
			if (number < 0) {
				return false;
			}
			received.write(some, 0, number);
		}
		catch (SocketTimeoutException nothingYet) {
			return true;
		}
		return true;
	}

	@Override
	public void close() throws IOException {
		// With what was not read thrown away at once, as a client does that is gone.
		socket.setSoLinger(true, 0);
		socket.close();
	}

}
