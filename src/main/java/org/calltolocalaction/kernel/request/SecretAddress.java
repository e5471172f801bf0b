package org.calltolocalaction.kernel.request;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;

/**
 * An address that is a key: whoever knows it may read what is there, so it goes to no
 * other site, into no cache and no search engine.
 */
public final class SecretAddress {

	/** Behind each of these stands a secret, which belongs into no log and no page. */
	private static final List<String> BEGINNINGS = List.of("/read/", "/calendar/", "/emails/leave/");

	private SecretAddress() {
	}

	/** Says so to whoever gets the answer. */
	public static void keep(HttpServletResponse response) {
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

	/** A path within the desk, without what opens something by itself. */
	public static String withoutSecret(String path) {
		return BEGINNINGS.stream().filter(path::startsWith).findFirst().orElse(path);
	}

}
