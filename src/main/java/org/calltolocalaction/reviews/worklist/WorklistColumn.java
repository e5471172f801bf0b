package org.calltolocalaction.reviews.worklist;

/** The columns of the worklist beside the pledge's title, in their order. */
public enum WorklistColumn {

	REFERENCE, GOVERNMENT, COUNTRY, SECTION, LANGUAGE, OBJECTIVES, ROUND, DUE, WAITING, HOLDER, PROGRESS

}
