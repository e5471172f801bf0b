package org.calltolocalaction.forms;

import java.util.List;

/**
 * What stands under one heading of a form and is filled in on one page.
 *
 * @param paths the places of its answers, in the order in which they are asked
 */
public record FormPart(String id, List<String> paths) {

	/** Copies the paths, so that a part stays as the form has it. */
	public FormPart {
		paths = List.copyOf(paths);
	}

}
