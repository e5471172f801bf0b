package org.calltolocalaction.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.operation.SecurityEvents;
import org.calltolocalaction.kernel.operation.SecurityEvents.Event;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes requests that were refused, by the status that they end with, whoever refused
 * them.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class RefusedRequests extends OncePerRequestFilter {

	/**
	 * The attribute of a request to whom a way in was shown in place of what was asked
	 * for.
	 */
	static final String UNAUTHENTICATED = RefusedRequests.class.getName();

	private final SecurityEvents events;

	private final CurrentPerson currentPerson;

	RefusedRequests(SecurityEvents events, CurrentPerson currentPerson) {
		this.events = events;
		this.currentPerson = currentPerson;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		event(request, response.getStatus())
			.ifPresent(event -> events.note(event, request, currentPerson.known(request).orElse(null)));
	}

	private static Optional<Event> event(HttpServletRequest request, int status) {
		if (request.getAttribute(UNAUTHENTICATED) != null) {
			return Optional.of(Event.UNAUTHENTICATED);
		}
		return Optional.ofNullable(switch (status) {
			case 401 -> Event.UNAUTHENTICATED;
			case 403 ->
				request.getAttribute(CsrfException.class.getName()) == null ? Event.FORBIDDEN : Event.TOKEN_REFUSED;
			case 404 -> NotFound.told(request) || Areas.of(request).isPresent() ? Event.NOT_FOUND : null;
			case 409 -> Event.CONFLICT;
			case 429 -> Event.TOO_MANY;
			default -> null;
		});
	}

}
