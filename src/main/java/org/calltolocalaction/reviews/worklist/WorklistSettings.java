package org.calltolocalaction.reviews.worklist;

import java.util.EnumSet;
import java.util.Set;

/**
 * The settings of one reviewer's worklist.
 *
 * @param columns what it says beside the title
 * @param shortcuts whether single keys act on it
 * @param dense whether its lines stand close together
 */
public record WorklistSettings(Set<WorklistColumn> columns, boolean shortcuts, boolean dense) {

	/** As it is until somebody wants it otherwise. */
	static final WorklistSettings AT_FIRST = new WorklistSettings(
			EnumSet.complementOf(EnumSet.of(WorklistColumn.SECTION, WorklistColumn.OBJECTIVES, WorklistColumn.WAITING)),
			true, false);

	public WorklistSettings {
		columns = Set.copyOf(columns);
	}

}
