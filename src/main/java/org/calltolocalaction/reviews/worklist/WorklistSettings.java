package org.calltolocalaction.reviews.worklist;

import java.util.EnumSet;
import java.util.Set;

/**
 * The settings of one reviewer's worklist.
 *
 * @param columns what it says beside the title
 * @param shortcuts whether single keys act on it
 */
public record WorklistSettings(Set<WorklistColumn> columns, boolean shortcuts) {

	/** As it is until somebody wants it otherwise. */
	static final WorklistSettings AT_FIRST = new WorklistSettings(
			EnumSet.complementOf(EnumSet.of(WorklistColumn.SECTION, WorklistColumn.OBJECTIVES, WorklistColumn.WAITING)),
			true);

	public WorklistSettings {
		columns = Set.copyOf(columns);
	}

}
