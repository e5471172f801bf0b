package org.calltolocalaction.pledges.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.vocabulary.PartnerCode;

/** The partners who have the pledge; answered by the reviews, which know them. */
public interface ReadingPartners {

	/**
	 * Everybody who was asked to judge the newest revision, in the order of their codes.
	 */
	List<Reading> of(Pledge pledge);

	/**
	 * A partner, never a person of theirs: since when they have it, and when they had
	 * read it.
	 *
	 * @param reminded when somebody was told that the answer is overdue; empty once it is
	 * there
	 */
	record Reading(PartnerCode partner, Instant since, List<Instant> reminded, Optional<Instant> finished) {
	}

}
