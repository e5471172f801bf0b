package org.calltolocalaction.post;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Whether the mail server can be told of a mailbox, so that a person learns it beside the
 * field and not by waiting. The server is asked at most once in a while, and nobody waits
 * long for its answer.
 */
@Component
public class Utf8Offer {

	private static final Duration REMEMBERED = Duration.ofMinutes(15);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private record Answer(String server, boolean offered, Instant until) {
	}

	private final JavaMailSender server;

	private final Clock clock;

	// One at a time: a hundred people at once are one question.
	private final ThreadPoolExecutor asking = new ThreadPoolExecutor(0, 1, 1, TimeUnit.MINUTES,
			new SynchronousQueue<>(), work -> new Thread(work, "smtputf8"));

	private volatile Answer answer = new Answer("", false, Instant.MIN);

	Utf8Offer(JavaMailSender server, Clock clock) {
		this.server = server;
		this.clock = clock;
	}

	/**
	 * False only where it is known: while the server is silent, the mail itself finds
	 * out.
	 */
	public boolean mayReach(EmailAddress address) {
		// Without a host, mails are kept on this machine, which knows all letters.
		return !address.needsUtf8() || !(server instanceof JavaMailSenderImpl own) || own.getHost() == null
				|| offered(own);
	}

	private boolean offered(JavaMailSenderImpl own) {
		Answer known = answer;
		if (known.server().equals(nameOf(own)) && clock.instant().isBefore(known.until())) {
			return known.offered();
		}
		try {
			Future<Boolean> asked = asking.submit(() -> ask(own));
			return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return true;
		}
		catch (RejectedExecutionException | ExecutionException | TimeoutException unknown) {
			return true;
		}
	}

	private boolean ask(JavaMailSenderImpl own) throws MessagingException {
		String protocol = own.getProtocol() == null ? "smtp" : own.getProtocol();
		try (Transport transport = own.getSession().getTransport(protocol)) {
			transport.connect(own.getHost(), own.getPort(), own.getUsername(), own.getPassword());
			boolean offered = !(transport instanceof CarefulTransport careful) || careful.offersUtf8();
			answer = new Answer(nameOf(own), offered, clock.instant().plus(REMEMBERED));
			return offered;
		}
	}

	private static String nameOf(JavaMailSenderImpl own) {
		return own.getHost() + ':' + own.getPort();
	}

	@PreDestroy
	void stopAsking() {
		asking.shutdownNow();
	}

}
