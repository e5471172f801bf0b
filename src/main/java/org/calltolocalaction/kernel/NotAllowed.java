package org.calltolocalaction.kernel;

/** The person's role does not permit this at all. Becomes the 403 page. */
public class NotAllowed extends RuntimeException {

	public NotAllowed(String who, String what) {
		super(who + " may not " + what);
	}

}
