package org.calltolocalaction.reviews.remarks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * The discussion of a pledge, as one person reads it; {@code
 * reviews/discussion/discussion} draws it.
 *
 * @param others whom the reader may mention
 * @param zone in which the reader's clock goes
 * @param pageKey goes with what the reader writes on this page, so that sending it twice
 * says it once
 */
public record Discussion(List<Entry> entries, List<Person> others, ZoneId zone, UUID pageKey) {

	/**
	 * A remark with the names of the people.
	 *
	 * @param partner for whom the author spoke; none for a coordinator
	 * @param own whether the reader wrote it
	 * @param told who was mentioned
	 */
	public record Entry(String author, Optional<PartnerCode> partner, boolean own, String text, Instant at,
			List<String> told) {
	}

}
