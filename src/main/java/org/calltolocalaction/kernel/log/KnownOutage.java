package org.calltolocalaction.kernel.log;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.catalina.connector.ClientAbortException;
import org.calltolocalaction.kernel.request.Busy;
import org.springframework.mail.MailSendException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * What goes wrong outside the desk: it is no news after the first time, and no trace
 * tells more of it.
 */
enum KnownOutage {

	ALL_CONNECTIONS("All connections to the database are in use", Busy::allInUse),

	DATABASE("The database cannot be reached", Busy::outage),

	MAIL_SERVER("The mail server cannot be reached", KnownOutage::ofTheMailServer),

	CLIENT_GONE("People went away before they had their answer", KnownOutage::ofAClient);

	private static final int MOST_CAUSES = 50;

	/**
	 * What a temporary refusal of a whole server begins with, such as that it has too
	 * many connections.
	 */
	private static final Pattern COME_AGAIN = Pattern
		.compile("(?s).*(\\b421[ -]|Could not connect to SMTP host|Exception reading response).*");

	private final String words;

	private final Predicate<Throwable> isOne;

	KnownOutage(String words, Predicate<Throwable> isOne) {
		this.words = words;
		this.isOne = isOne;
	}

	/** Which outage a failure tells of, if it is of one. */
	static Optional<KnownOutage> of(Throwable failure) {
		return failure == null ? Optional.empty()
				: Arrays.stream(values()).filter(outage -> outage.isOne.test(failure)).findFirst();
	}

	/** The last cause in one line, which says why. */
	static String reason(Throwable failure) {
		Throwable last = failure;
		for (int causes = 0; last.getCause() != null && causes < MOST_CAUSES; causes++) {
			last = last.getCause();
		}
		String message = last.getMessage();
		return message == null || message.isBlank() ? last.getClass().getSimpleName() : LogLine.of(message);
	}

	private static boolean ofTheMailServer(Throwable failure) {
		return any(failure, MessagingException.class::isInstance) && (any(failure, KnownOutage::ofTheLine)
				|| any(failure, cause -> cause instanceof MessagingException told && told.getMessage() != null
						&& COME_AGAIN.matcher(told.getMessage()).matches()));
	}

	private static boolean ofAClient(Throwable failure) {
		return any(failure,
				cause -> cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException
						|| cause instanceof IOException io && io.getMessage() != null
								&& (io.getMessage().contains("Broken pipe")
										|| io.getMessage().contains("Connection reset by peer")));
	}

	private static boolean ofTheLine(Throwable cause) {
		return cause instanceof SocketException || cause instanceof SocketTimeoutException
				|| cause instanceof UnknownHostException;
	}

	/** Mails tell of some of their failures beside the chain of causes. */
	private static boolean any(Throwable failure, Predicate<Throwable> wanted) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> next = new ArrayDeque<>();
		next.add(failure);
		while (!next.isEmpty() && seen.size() < MOST_CAUSES) {
			Throwable cause = next.poll();
			if (!seen.add(cause)) {
				continue;
			}
			if (wanted.test(cause)) {
				return true;
			}
			if (cause.getCause() != null) {
				next.add(cause.getCause());
			}
			if (cause instanceof MailSendException several) {
				next.addAll(Arrays.asList(several.getMessageExceptions()));
			}
			if (cause instanceof MessagingException chained && chained.getNextException() != null) {
				next.add(chained.getNextException());
			}
		}
		return false;
	}

	@Override
	public String toString() {
		return words;
	}

}
