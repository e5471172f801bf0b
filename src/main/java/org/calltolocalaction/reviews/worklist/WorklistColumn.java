package org.calltolocalaction.reviews.worklist;

/**
 * What the worklist can say of a review beside the pledge's title, in the order in which
 * it does.
 */
public enum WorklistColumn {

	REFERENCE, GOVERNMENT, COUNTRY, SECTION, LANGUAGE, OBJECTIVES, ROUND, DUE, WAITING, HOLDER, PROGRESS

}
