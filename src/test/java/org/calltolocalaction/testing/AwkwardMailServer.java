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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A mail server as they are out there: offers SMTPUTF8 or not, and answers each
 * recipient, or whatever it is told, as the test says, or not at all. Keeps every line as
 * it came over the wire, byte by byte.
 */
public final class AwkwardMailServer implements AutoCloseable {

	/** Ends the connection in place of an answer. */
	public static final String HANGS_UP = "";

	/** Says nothing, and does not hang up either, until the server is closed. */
	public static final String HANGS = "(silence)";

	/** What it says before it was told anything. */
	public static final String GREETING = "GREETING";

	/** What it says when it has the whole mail. */
	public static final String CONTENT = "CONTENT";

	private final ServerSocket socket;

	private final boolean offersUtf8;

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final List<String> mails = new CopyOnWriteArrayList<>();

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final List<Socket> conversations = new CopyOnWriteArrayList<>();

	private final AtomicInteger silences = new AtomicInteger();

	private volatile Function<String, String> toRecipient = recipient -> "250 2.1.5 ok";

	private AwkwardMailServer(boolean offersUtf8) {
		this.offersUtf8 = offersUtf8;
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		inTheBackground(this::serve);
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

	/**
	 * What it says to a command.
	 * @param command its first four letters, {@link #GREETING} or {@link #CONTENT}
	 * @param answer with its code, {@link #HANGS} or {@link #HANGS_UP}
	 */
	public AwkwardMailServer saying(String command, String answer) {
		answers.put(command, answer);
		return this;
	}

	/** In how many conversations it has fallen silent so far. */
	public int silences() {
		return silences.get();
	}

	public int port() {
		return socket.getLocalPort();
	}

	/**
	 * The recipients that it was told of, in the letters that came over the wire, read as
	 * UTF-8.
	 */
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
			try {
				Socket client = socket.accept();
				conversations.add(client);
				inTheBackground(() -> serve(client));
			}
			catch (IOException over) {
				// The test is.
			}
		}
	}

	private void serve(Socket client) {
		try (client) {
			talk(new BufferedInputStream(client.getInputStream()), client.getOutputStream());
		}
		catch (IOException gone) {
			// The client hung up, or the test is over.
		}
	}

	private void talk(InputStream in, OutputStream out) throws IOException {
		boolean goesOn = answer(GREETING, "220 awkward.example ESMTP", in, out);
		while (goesOn) {
			String line = line(in);
			if (line == null) {
				return;
			}
			lines.add(line);
			goesOn = answer(line, in, out);
		}
	}

	private boolean answer(String line, InputStream in, OutputStream out) throws IOException {
		String command = line.substring(0, Math.min(4, line.length())).toUpperCase();
		switch (command) {
			case "EHLO":
				return answer(command, "250-awkward.example\r\n250-8BITMIME\r\n"
						+ (offersUtf8 ? "250-SMTPUTF8\r\n" : "") + "250 ENHANCEDSTATUSCODES", in, out);
			case "RCPT":
				return answer(command, toRecipient.apply(line), in, out);
			case "DATA":
				return answer(command, "354 go ahead", in, out) && (answers.containsKey(command) || content(in, out));
			case "QUIT":
				answer(command, "221 2.0.0 bye", in, out);
				return false;
			default:
				return answer(command, "250 2.0.0 ok", in, out);
		}
	}

	private boolean content(InputStream in, OutputStream out) throws IOException {
		mails.add(data(in));
		return answer(CONTENT, "250 2.0.0 queued", in, out);
	}

	/** Whether the conversation goes on. */
	private boolean answer(String command, String usual, InputStream in, OutputStream out) throws IOException {
		String answer = answers.getOrDefault(command, usual);
		if (answer.equals(HANGS)) {
			silences.incrementAndGet();
			// Whoever hangs up ends it, and so does the end of the test.
			while (in.read() >= 0) {
				Thread.onSpinWait();
			}
		}
		if (answer.equals(HANGS) || answer.equals(HANGS_UP)) {
			return false;
		}
		say(out, answer);
		return true;
	}

	private static void inTheBackground(Runnable work) {
		Thread thread = new Thread(work, "awkward-mail-server");
		thread.setDaemon(true);
		thread.start();
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
			for (Socket conversation : conversations) {
				conversation.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
