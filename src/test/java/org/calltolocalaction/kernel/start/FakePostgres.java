package org.calltolocalaction.kernel.start;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks as much of PostgreSQL's protocol as it takes to be refused by it, or to be told
 * its version.
 */
final class FakePostgres implements AutoCloseable {

	private static final int SSL_REQUEST = 80877103;

	private final ServerSocket server;

	private final AtomicInteger callers = new AtomicInteger();

	private final Conversation conversation;

	private interface Conversation {

		/**
		 * @param caller the how-many-eth they are, from 1
		 */
		void with(Socket caller, int number, DataInputStream in, DataOutputStream out) throws IOException;

	}

	private FakePostgres(Conversation conversation, int port) throws IOException {
		this.conversation = conversation;
		this.server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::serve, "fake postgres");
		thread.setDaemon(true);
		thread.start();
	}

	/** Refuses everybody with this SQL state. */
	static FakePostgres refusing(String state, String message) throws IOException {
		return refusingFirst(Integer.MAX_VALUE, state, message);
	}

	/** Refuses so many callers, and then is there. */
	static FakePostgres refusingFirst(int callers, String state, String message) throws IOException {
		return new FakePostgres((caller, number, in, out) -> {
			readStartup(in, out);
			if (number <= callers) {
				error(out, state, message);
			}
			else {
				welcome(in, out, "17.11");
			}
		}, 0);
	}

	/** Lets everybody in and says that it is of this version. */
	static FakePostgres ofVersion(String version) throws IOException {
		return ofVersion(version, 0);
	}

	static FakePostgres ofVersion(String version, int port) throws IOException {
		return new FakePostgres((caller, number, in, out) -> {
			readStartup(in, out);
			welcome(in, out, version);
		}, port);
	}

	String url() {
		return "jdbc:postgresql://localhost:" + server.getLocalPort() + "/desk";
	}

	int port() {
		return server.getLocalPort();
	}

	int callers() {
		return callers.get();
	}

	private void serve() {
		while (!server.isClosed()) {
			try (Socket caller = server.accept()) {
				conversation.with(caller, callers.incrementAndGet(), new DataInputStream(caller.getInputStream()),
						new DataOutputStream(caller.getOutputStream()));
			}
			catch (IOException gone) {
				// The caller has hung up, or the test is over.
			}
		}
	}

	private static void readStartup(DataInputStream in, DataOutputStream out) throws IOException {
		int length = in.readInt();
		int code = in.readInt();
		in.readFully(new byte[length - 8]);
		if (code == SSL_REQUEST) {
			out.write('N');
			out.flush();
			readStartup(in, out);
		}
	}

	private static void error(DataOutputStream out, String state, String message) throws IOException {
		ByteArrayOutputStream fields = new ByteArrayOutputStream();
		for (String field : new String[] { "SFATAL", "VFATAL", "C" + state, "M" + message }) {
			fields.write((field + "\0").getBytes(StandardCharsets.UTF_8));
		}
		fields.write(0);
		send(out, 'E', fields.toByteArray());
	}

	private static void welcome(DataInputStream in, DataOutputStream out, String version) throws IOException {
		send(out, 'R', new byte[4]);
		for (String[] parameter : new String[][] { { "server_version", version }, { "server_encoding", "UTF8" },
				{ "client_encoding", "UTF8" }, { "DateStyle", "ISO, MDY" }, { "standard_conforming_strings", "on" },
				{ "integer_datetimes", "on" }, { "TimeZone", "UTC" } }) {
			send(out, 'S', (parameter[0] + "\0" + parameter[1] + "\0").getBytes(StandardCharsets.UTF_8));
		}
		send(out, 'Z', new byte[] { 'I' });
		for (int type = in.read(); type > 0 && type != 'X'; type = in.read()) {
			in.readFully(new byte[in.readInt() - 4]);
			if (type == 'Q' || type == 'S') {
				send(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
				send(out, 'Z', new byte[] { 'I' });
			}
		}
	}

	private static void send(DataOutputStream out, char type, byte[] content) throws IOException {
		out.write(type);
		out.writeInt(content.length + 4);
		out.write(content);
		out.flush();
	}

	@Override
	public void close() throws IOException {
		server.close();
	}

}
