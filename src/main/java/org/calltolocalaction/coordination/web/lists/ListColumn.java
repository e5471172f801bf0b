package org.calltolocalaction.coordination.web.lists;

import java.util.EnumSet;
import java.util.Set;

/** What the list says of a pledge beside its title, reference and government. */
public enum ListColumn {

	STATE, REVIEWS, DUE, WAITING, SUBMITTED, TIME, COUNTS, COUNTRY, SECTION, CHANGED, MAIL;

	/** Until somebody wants others. */
	static final Set<ListColumn> AT_FIRST = EnumSet.of(STATE, REVIEWS, DUE, WAITING, SUBMITTED);

}
