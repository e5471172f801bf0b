package org.calltolocalaction.site;

import org.calltolocalaction.kernel.request.GivenBack;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What people are told of a request that failed.
 *
 * @param back the page of this desk from which they came, or null
 * @param refusal why it could not be done, in their language; null where nobody wrote a
 * sentence for it
 * @param reference to a failure that nobody foresaw, under which the log tells it; or
 * null
 * @param outage whether there is no database, rather than no room
 * @param given what was sent and could not be taken, or null
 * @param tooOld whether the page with the form had been open for too long
 */
record ErrorPage(HttpStatus status, @Nullable String back, @Nullable String refusal, @Nullable String reference,
		boolean outage, @Nullable GivenBack given, boolean tooOld) {

	static ErrorPage of(HttpStatus status, @Nullable String back) {
		return new ErrorPage(status, back, null, null, false, null, false);
	}

	ErrorPage because(String refusal) {
		return new ErrorPage(status, back, refusal, reference, outage, given, tooOld);
	}

	ErrorPage under(String reference) {
		return new ErrorPage(status, back, refusal, reference, outage, given, tooOld);
	}

	ErrorPage unavailable(boolean outage, @Nullable GivenBack given) {
		return new ErrorPage(status, back, refusal, reference, outage, given, tooOld);
	}

	ErrorPage withTooOldAForm() {
		return new ErrorPage(status, back, refusal, reference, outage, given, true);
	}

}
