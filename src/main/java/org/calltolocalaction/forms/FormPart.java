package org.calltolocalaction.forms;

import java.util.List;

/**
 * What stands under one heading of a form and is filled in on one page.
 *
 * @param paths the places of the answers that are typed, in the order in which they are
 * asked
 * @param uploads the places of the answers that are files: posting the page does not
 * change them
 */
public record FormPart(String id, List<String> paths, List<String> uploads) {

	/** Copies the paths, so that a part stays as the form has it. */
	public FormPart {
		paths = List.copyOf(paths);
		uploads = List.copyOf(uploads);
	}

}
