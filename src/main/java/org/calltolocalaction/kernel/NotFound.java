package org.calltolocalaction.kernel;

/**
 * What was asked for does not exist, or not for this person: both are told the same way, so that nobody learns of
 * what is not theirs. Becomes the 404 page.
 */
public class NotFound extends RuntimeException {

	public NotFound(String what) {
		super(what + " is not known, or not to this person");
	}

}
