package org.calltolocalaction.kernel.web.load;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which kind a request is of. Whether the desk is well, and signing in, each keep a
 * reserve; styles and scripts do little and never wait for what does much.
 */
@Component
class Lanes {

	private static final Logger log = LoggerFactory.getLogger(Lanes.class);

	private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

	private final LoadLimits limits;

	private final Lane health;

	private final Lane assets;

	private final Lane signIn;

	private final Lane pages;

	private final AtomicInteger refused = new AtomicInteger();

	private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - PAUSE);

	Lanes(LoadLimits limits, @Value("${server.tomcat.threads.max}") int threads) {
		if (limits.threads() > threads) {
			throw new IllegalStateException(
					("desk.load.*.requests add up to %d, and server.tomcat.threads.max is %d: a "
							+ "reserve needs threads of its own")
						.formatted(limits.threads(), threads));
		}
		this.limits = limits;
		this.health = new Lane("health", limits.health());
		this.assets = new Lane("assets", limits.assets());
		this.signIn = new Lane("sign-in", limits.signIn());
		this.pages = new Lane("pages", limits.pages());
	}

	LoadLimits limits() {
		return limits;
	}

	/**
	 * @param path within the desk, decoded
	 */
	Lane of(String path, boolean withBody) {
		if (within(path, "/sign-in")) {
			return signIn;
		}
		// Nothing is sent to the others, so what is sent there counts as what it could
		// hold up.
		if (!withBody && within(path, "/actuator/health")) {
			return health;
		}
		return !withBody && within(path, "/assets") ? assets : pages;
	}

	/** The same where no server has let the request in, as in tests without one. */
	Lane of(HttpServletRequest request) {
		return of(request.getRequestURI().substring(request.getContextPath().length()), withBody(request));
	}

	static boolean withBody(HttpServletRequest request) {
		return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
	}

	/**
	 * Says in the log that some were refused, once a minute and not for each: the log is
	 * a thing that fills, too.
	 */
	void refused(Lane lane) {
		int number = refused.incrementAndGet();
		long now = System.nanoTime();
		long before = toldAt.get();
		if (now - before >= PAUSE && toldAt.compareAndSet(before, now)) {
			refused.addAndGet(-number);
			log.warn("Busy: {} requests were told to come again since this was said last, the latest of the kind {}",
					number, lane);
		}
	}

	private static boolean within(String path, String area) {
		return path.equals(area) || path.startsWith(area + "/");
	}

}
