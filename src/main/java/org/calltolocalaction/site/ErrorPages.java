package org.calltolocalaction.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.calltolocalaction.kernel.Gone;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.LocalAddress;
import org.calltolocalaction.kernel.operation.FailureKind;
import org.calltolocalaction.kernel.request.Busy;
import org.calltolocalaction.kernel.request.GivenBack;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.DataBinder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Gathers the pages that say what went wrong and how to go on. None of them shows
 * anything of the exception.
 */
@Component
class ErrorPages {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private final PageFrame pageFrame;

	private final SiteLanguage siteLanguage;

	private final MessageSource messages;

	ErrorPages(PageFrame pageFrame, SiteLanguage siteLanguage, MessageSource messages) {
		this.pageFrame = pageFrame;
		this.siteLanguage = siteLanguage;
		this.messages = messages;
	}

	ErrorPage of(Exception failure, HttpServletRequest request, HttpServletResponse response) {
		if (failure instanceof Refused refused) {
			String sentence = messages.getMessage(refused.messageKey(), refused.arguments(),
					siteLanguage.resolveLocale(request));
			return page(HttpStatus.CONFLICT, request).because(sentence);
		}
		if (failure instanceof Gone gone) {
			String sentence = messages.getMessage(gone.messageKey(), gone.arguments(),
					siteLanguage.resolveLocale(request));
			return page(HttpStatus.GONE, request).because(sentence);
		}
		if (failure instanceof NotFound || namesNothing(failure)) {
			NotFound.note(request);
		}
		HttpStatus status = status(failure);
		if (failure instanceof ErrorResponse told) {
			// What a status promises, such as the methods that are allowed.
			told.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
		}
		return status.is5xxServerError() ? unexpected(status, failure, request) : page(status, request);
	}

	/**
	 * A failure that nobody foresaw: the log gets all of it, the reader a reference to
	 * it.
	 */
	ErrorPage unexpected(HttpStatus status, Throwable failure, HttpServletRequest request) {
		// That of its kind, not of this time: the log has the trace of each kind once.
		String reference = FailureKind.of(failure).reference();
		log.error("Failure {} on {} {}", reference, request.getMethod(), pageFrame.pathOf(request), failure);
		return page(status, request).under(reference);
	}

	/**
	 * There is no room, or no database; what was sent stands in the page and is nobody
	 * else's to keep.
	 */
	ErrorPage unavailable(HttpServletRequest request, HttpServletResponse response) {
		Optional<GivenBack> form = GivenBack.of(request);
		if (form.isPresent()) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		}
		return page(HttpStatus.SERVICE_UNAVAILABLE, request).unavailable(Busy.ofOutage(request), form.orElse(null));
	}

	ErrorPage page(HttpStatus status, HttpServletRequest request) {
		return ErrorPage.of(status, back(request));
	}

	private static HttpStatus status(Exception failure) {
		if (failure instanceof NotFound || namesNothing(failure)) {
			return HttpStatus.NOT_FOUND;
		}
		if (failure instanceof NotAllowed) {
			return HttpStatus.FORBIDDEN;
		}
		if (failure instanceof TypeMismatchException || failure instanceof InvalidPropertyException
				|| whileBinding(failure)) {
			return HttpStatus.BAD_REQUEST;
		}
		if (failure instanceof MaxUploadSizeExceededException) {
			return HttpStatus.CONTENT_TOO_LARGE;
		}
		if (failure instanceof OptimisticLockingFailureException) {
			return HttpStatus.CONFLICT;
		}
		HttpStatus told = failure instanceof ErrorResponse response
				? HttpStatus.resolve(response.getStatusCode().value()) : null;
		return told == null ? HttpStatus.INTERNAL_SERVER_ERROR : told;
	}

	// What stands in the path and cannot be an identifier names nothing.
	private static boolean namesNothing(Exception failure) {
		return failure instanceof MethodArgumentTypeMismatchException mismatch
				&& mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
	}

	// Names of fields that no page has, such as "name[" or "name.x", make the binding of
	// a form fail in ways of its own.
	private static boolean whileBinding(Exception failure) {
		return Arrays.stream(failure.getStackTrace())
			.map(StackTraceElement::getClassName)
			.anyMatch(DataBinder.class.getName()::equals);
	}

	// Only a page of this desk: an address that somebody else put into the header must
	// not become a link here.
	private static @Nullable String back(HttpServletRequest request) {
		String referer = request.getHeader(HttpHeaders.REFERER);
		return LocalAddress.of(referer, request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST))
			.map(LocalAddress::value)
			.orElse(null);
	}

}
