package org.calltolocalaction.coordination.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;

/**
 * Something that will come by itself, or that is planned.
 *
 * @param day where it is a day and no instant
 * @param edition whose date it is; empty where it is the pledge's own
 */
public record Ahead(Kind kind, Instant at, Optional<LocalDate> day, Optional<EditionYear> edition) {

	/** What will come. */
	public enum Kind {

		REVIEWS_DUE, LEADS_TOLD, COORDINATORS_TOLD, CUT_OFF, CHANGES_REMINDER, CALL_REMINDER, CALL_CLOSES,
		EXTENSION_REMINDER, EXTENSION_ENDS, DEADLINE, LAST_DAY_TO_SUBMIT_AGAIN, CONTENTS_PLANNED

	}

}
