package org.calltolocalaction.coordination.processes;

import java.util.Optional;

/**
 * What a process is about, as people call it.
 *
 * @param name a reference, a year or an address; the id where there is nothing better
 * @param page where it is shown, if there is such a page
 */
public record Subject(Kind kind, String name, Optional<String> page) {

	/** What it is. */
	public enum Kind {

		PLEDGE, EDITION, READER, EXTENSION, ABSENCE, JOIN_REQUEST, MESSAGE, OTHER

	}

}
