package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a coordinator sees who looks on in somebody else's place. A page that is not named
 * here is not shown: each was looked at for what nobody else may read (drafts and their
 * files, secret addresses) and for what would be noted by opening it.
 */
final class ViewedPages {

	private static final RequestMatcher PUBLIC = of("/", "/pledges", "/pledges/**", "/pledges.csv", "/reports",
			"/reports/**", "/editions.ics", "/editions/**", "/pledge-form", "/receipts/verify", "/receipts/proofs/**",
			"/.well-known/**", "/robots.txt", "/sitemap.xml", "/sitemap/**", "/actuator/health/**", "/error");

	// Their drafts are refused where they are read, see MyPledges; all that is taken
	// along as a file is not needed to
	// see what a member sees.
	private static final RequestMatcher OF_MEMBERS = of("/my", "/my/profile", "/my/government", "/my/government/new",
			"/my/government/profile", "/my/government/endorsement", "/my/government/invite", "/my/pledges/new",
			"/my/pledges/{reference:CLA-.+}", "/my/pledges/{reference}/status", "/my/pledges/{reference}/receipt",
			"/my/pledges/{reference}/withdraw", "/my/pledges/{reference}/publication");

	private static final RequestMatcher OF_REVIEWERS = of("/reviews", "/reviews/search-help", "/reviews/team",
			"/reviews/absences", "/reviews/offline", "/reviews/{reference:CLA-.+}",
			"/reviews/{reference:CLA-.+}/similar", "/reviews/{reference:CLA-.+}/files/{id}");

	private static final RequestMatcher ALL = new OrRequestMatcher(PUBLIC, OF_MEMBERS, OF_REVIEWERS);

	private ViewedPages() {
	}

	/** Whether the request asks for one of them. */
	static boolean asksForOne(HttpServletRequest request) {
		return ALL.matches(request);
	}

	/** Whether the request only asks, as far as its method tells. */
	static boolean reads(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private static RequestMatcher of(String... patterns) {
		return new OrRequestMatcher(Stream.of(patterns)
			.map(pattern -> (RequestMatcher) PathPatternRequestMatcher.withDefaults().matcher(pattern))
			.toList());
	}

}
