package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.calltolocalaction.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Says no: visitors are asked to sign in where signing in would help, people without the
 * role are told so, and an address that is nobody's does not exist.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final CurrentPerson currentPerson;

	Refusals(CurrentPerson currentPerson) {
		this.currentPerson = currentPerson;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response,
			@Nullable AuthenticationException failure) throws IOException {
		if (Areas.of(request).isPresent()) {
			request.setAttribute(RefusedRequests.UNAUTHENTICATED, Boolean.TRUE);
		}
		if (Areas.of(request).isEmpty()) {
			response.sendError(HttpStatus.NOT_FOUND.value());
		}
		else if (request.getHeader("HX-Request") != null) {
			// htmx would put the sign-in page into a corner of the present one.
			response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else {
			response.sendRedirect(request.getContextPath() + "/sign-in");
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		if (failure instanceof CsrfException) {
			request.setAttribute(CsrfException.class.getName(), failure);
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
		else if (currentPerson.of(request).isEmpty()) {
			commence(request, response, null);
		}
		else {
			response.sendError((Areas.of(request).isPresent() ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
		}
	}

}
