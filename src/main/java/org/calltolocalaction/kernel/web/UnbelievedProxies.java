package org.calltolocalaction.kernel.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.ValveBase;
import org.calltolocalaction.kernel.request.TrustedProxies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operators that a proxy seems to be there which was not named: all its visitors
 * are one client then, and share one limit. Told at the first such request and then each
 * time ten times as many have come, so that nobody who writes the headers themselves can
 * fill the log.
 */
class UnbelievedProxies extends ValveBase {

	private static final Logger log = LoggerFactory.getLogger(UnbelievedProxies.class);

	private static final List<String> HEADERS = List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
			"X-Forwarded-Port", "Forwarded");

	private static final int TEN_TIMES = 10;

	private final NetMaskSet named;

	private final AtomicLong requests = new AtomicLong();

	UnbelievedProxies(TrustedProxies proxies) {
		super(true);
		this.named = proxies.none() ? new NetMaskSet() : NetMaskSet.parse(proxies.inCidrNotation());
	}

	/** How many requests came with headers that were not believed. */
	long requests() {
		return requests.get();
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (HEADERS.stream().anyMatch(header -> request.getHeader(header) != null) && !named(request.getRemoteAddr())) {
			long count = requests.incrementAndGet();
			if (powerOfTen(count)) {
				// What the headers say stays out of the log: a visitor may have written
				// it.
				log.warn("A proxy seems to be in front of the desk, and DESK_TRUSTED_PROXIES does not name it: what it "
						+ "says of its visitors is not believed, and all of them share one limit. It came from {}; "
						+ "such requests so far: {}", request.getRemoteAddr(), count);
			}
		}
		getNext().invoke(request, response);
	}

	private boolean named(String address) {
		try {
			return named.contains(address);
		}
		catch (UnknownHostException noAddress) {
			return false;
		}
	}

	private static boolean powerOfTen(long count) {
		long left = count;
		while (left % TEN_TIMES == 0) {
			left /= TEN_TIMES;
		}
		return left == 1;
	}

}
