package org.calltolocalaction.kernel.paper;

import org.calltolocalaction.kernel.request.Busy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Too many want a document at once: nothing is wrong, and it can be had in a moment. */
final class TooManyAtOnce extends ResponseStatusException {

	TooManyAtOnce() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Too many documents are being made");
	}

	@Override
	public HttpHeaders getHeaders() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Busy.RETRY_AFTER));
		return headers;
	}

}
