package org.calltolocalaction.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.request.Busy;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where requests end that failed: in a controller, or before they reached one. */
@Controller
@ControllerAdvice
class FailedRequests implements ErrorController {

	private static final Set<Integer> WITH_A_PAGE = Set.of(400, 403, 404, 405, 408, 409, 410, 413, 500, 503);

	private final ErrorPages pages;

	private final PageFrame pageFrame;

	FailedRequests(ErrorPages pages, PageFrame pageFrame) {
		this.pages = pages;
		this.pageFrame = pageFrame;
	}

	@ExceptionHandler
	ModelAndView inController(Exception failure, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		// Security decides whether to ask for signing in first.
		if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
			throw failure;
		}
		if (Busy.outage(failure)) {
			// Told by a dispatch of its own, which asks the database nothing.
			throw failure;
		}
		if (failure instanceof IOException && response.isCommitted()) {
			// The reader went away, or took too little of it: there is nobody to tell.
			return new ModelAndView();
		}
		return shown(pages.of(failure, request, response), request);
	}

	@RequestMapping("/error")
	ModelAndView beforeController(HttpServletRequest request, HttpServletResponse response) {
		return shown(page(request, response), request);
	}

	private ErrorPage page(HttpServletRequest request, HttpServletResponse response) {
		HttpStatus status = status(request);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			return pages.unavailable(request, response);
		}
		Optional<Refused> refused = Refused.noted(request);
		if (refused.isPresent()) {
			return pages.of(refused.get(), request, response);
		}
		if (request.getAttribute(CsrfException.class.getName()) != null) {
			return pages.page(status, request).withTooOldAForm();
		}
		if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
			Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
			return pages.unexpected(status, failure, request);
		}
		return pages.page(status, request);
	}

	// No advice gives the frame to what an exception handler shows.
	private ModelAndView shown(ErrorPage page, HttpServletRequest request) {
		int status = page.status().value();
		String name = WITH_A_PAGE.contains(status) ? String.valueOf(status) : "error";
		return new ModelAndView("error/" + name, Map.of("page", page, "frame", pageFrame.of(request)), page.status());
	}

	// Whoever opens the address /error by hand finds no page there.
	private static HttpStatus status(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
	}

}
