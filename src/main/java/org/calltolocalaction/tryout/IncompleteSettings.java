package org.calltolocalaction.tryout;

import java.util.List;

/** The desk cannot start with the settings it was given. */
class IncompleteSettings extends RuntimeException {

	private final transient List<String> complaints;

	private final boolean tryout;

	IncompleteSettings(List<String> complaints, boolean tryout) {
		super(String.join("; ", complaints));
		this.complaints = List.copyOf(complaints);
		this.tryout = tryout;
	}

	List<String> complaints() {
		return complaints;
	}

	boolean tryout() {
		return tryout;
	}

}
