package org.calltolocalaction.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.DeskProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Whether a form was sent from a page of this desk, as far as the browser says so by
 * itself. Where it says nothing at all, or two things that do not fit, the form may be
 * anybody's.
 */
@Component
class SameOrigin {

	private final DeskProperties desk;

	SameOrigin(DeskProperties desk) {
		this.desk = desk;
	}

	boolean of(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		String referer = request.getHeader(HttpHeaders.REFERER);
		return Stream.of(site, origin, referer).anyMatch(said -> said != null)
				&& (site == null || site.equals("same-origin"))
				&& (origin == null || own(request).anyMatch(origin::equalsIgnoreCase))
				&& (referer == null || own(request).anyMatch(own -> startsWith(referer, own)));
	}

	/**
	 * As the request says, and as the desk is known to the world: between the two a proxy
	 * may stand.
	 */
	private Stream<String> own(HttpServletRequest request) {
		URI known = desk.publicAddress();
		return Stream.of(request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST),
				known.getScheme() + "://" + known.getRawAuthority());
	}

	private static boolean startsWith(String referer, String own) {
		return referer.regionMatches(true, 0, own + "/", 0, own.length() + 1);
	}

}
