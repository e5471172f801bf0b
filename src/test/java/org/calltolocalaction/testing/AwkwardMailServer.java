package org.calltolocalaction.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A mail server as they are out there: offers SMTPUTF8 or not, and answers each recipient as the test says. Keeps every
 * line as it came over the wire, byte by byte.
 */
public final class AwkwardMailServer implements AutoCloseable {

	/** Ends the connection in place of an answer. */
	public static final String HANGS_UP = "";

	private final ServerSocket socket;

	private final boolean offersUtf8;

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final List<String> mails = new CopyOnWriteArrayList<>();

	private volatile Function<String, String> toRecipient = recipient -> "250 2.1.5 ok";

	private AwkwardMailServer(boolean offersUtf8) {
		this.offersUtf8 = offersUtf8;
		try {
			this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::serve, "awkward-mail-server");
		thread.setDaemon(true);
		thread.start();
	}

	public static AwkwardMailServer thatOffersUtf8() {
		return new AwkwardMailServer(true);
	}

	public static AwkwardMailServer thatKnowsAsciiOnly() {
		return new AwkwardMailServer(false);
	}

	/** What it says to {@code RCPT TO}, by the whole line. */
	public AwkwardMailServer answering(Function<String, String> answer) {
		this.toRecipient = answer;
		return this;
	}

	public AwkwardMailServer answering(String answer) {
		return answering(recipient -> answer);
	}

	public int port() {
		return socket.getLocalPort();
	}

	/** The recipients that it was told of, in the letters that came over the wire, read as UTF-8. */
	public List<String> recipients() {
		return lines.stream().filter(line -> line.startsWith("RCPT TO:")).map(line -> line.substring(8)).toList();
	}

	/** Every command, as it came. */
	public List<String> commands() {
		return List.copyOf(lines);
	}

	/** The mails that it took, headers and all. */
	public List<String> mails() {
		return List.copyOf(mails);
	}

	private void serve() {
		while (!socket.isClosed()) {
			try (Socket client = socket.accept()) {
				talk(new BufferedInputStream(client.getInputStream()), client.getOutputStream());
			}
			catch (IOException gone) {
				// The client hung up, or the test is over.
			}
		}
	}

	private void talk(InputStream in, OutputStream out) throws IOException {
		say(out, "220 awkward.example ESMTP");
		for (String line = line(in); line != null; line = line(in)) {
			lines.add(line);
			String command = line.substring(0, Math.min(4, line.length())).toUpperCase();
			switch (command) {
				case "EHLO" -> say(out, "250-awkward.example\r\n250-8BITMIME\r\n"
						+ (offersUtf8 ? "250-SMTPUTF8\r\n" : "") + "250 ENHANCEDSTATUSCODES");
				case "RCPT" -> {
					String answer = toRecipient.apply(line);
					if (answer.equals(HANGS_UP)) {
						return;
					}
					say(out, answer);
				}
				case "DATA" -> {
					say(out, "354 go ahead");
					mails.add(data(in));
					say(out, "250 2.0.0 queued");
				}
				case "QUIT" -> {
					say(out, "221 2.0.0 bye");
					return;
				}
				default -> say(out, "250 2.0.0 ok");
			}
		}
	}

	private static String data(InputStream in) throws IOException {
		StringBuilder mail = new StringBuilder();
		for (String line = line(in); line != null && !line.equals("."); line = line(in)) {
			mail.append(line).append('\n');
		}
		return mail.toString();
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int octet = in.read(); octet >= 0; octet = in.read()) {
			if (octet == '\n') {
				return line.toString(StandardCharsets.UTF_8).stripTrailing();
			}
			line.write(octet);
		}
		return null;
	}

	private static void say(OutputStream out, String answer) throws IOException {
		out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	@Override
	public void close() {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
