package org.calltolocalaction.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.Viewing;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.request.ReadingOnly;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before any page: whoever looks on in somebody else's place sees {@link ViewedPages},
 * sends nothing but that they have seen enough, and whatever is done to show a page only
 * reads. A view whose time is over ends here.
 */
final class NoMarksOfViewers extends OncePerRequestFilter {

	/** Where the view is ended by a button of each page. */
	static final String END = "/my/viewing/end";

	private static final RequestMatcher SIGN_OUT = PathPatternRequestMatcher.withDefaults()
		.matcher(HttpMethod.POST, "/sign-out");

	private static final RequestMatcher ENOUGH = new OrRequestMatcher(
			PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, END), SIGN_OUT);

	private static final RequestMatcher ASSETS = PathPatternRequestMatcher.withDefaults().matcher("/assets/**");

	private final CurrentPerson currentPerson;

	NoMarksOfViewers(CurrentPerson currentPerson) {
		this.currentPerson = currentPerson;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return ASSETS.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (Viewing.of(request).isEmpty()) {
			chain.doFilter(request, response);
		}
		else if (currentPerson.of(request).filter(Person::viewed).isEmpty()) {
			over(request, response);
			if (SIGN_OUT.matches(request)) {
				chain.doFilter(request, response);
			}
			else {
				refuse("identity.viewing.over", request, response);
			}
		}
		else if (ENOUGH.matches(request)) {
			chain.doFilter(request, response);
		}
		else if (!ViewedPages.reads(request)) {
			refuse("identity.viewing.refused", request, response);
		}
		else if (!ViewedPages.asksForOne(request)) {
			refuse("identity.viewing.notShown", request, response);
		}
		else {
			readOnly(request, response, chain);
		}
	}

	/**
	 * The session is that of the coordinator again. What was opened in the other person's
	 * place is too old to be sent in their own.
	 */
	static void over(HttpServletRequest request, HttpServletResponse response) {
		Viewing.forget(request);
		new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
	}

	private static void readOnly(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ReadingOnly.begin();
		try {
			chain.doFilter(request, response);
		}
		finally {
			ReadingOnly.end();
		}
	}

	private static void refuse(String messageKey, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		new Refused(messageKey).note(request);
		response.sendError(HttpStatus.CONFLICT.value());
	}

}
