package org.calltolocalaction.reviews;

import java.time.Instant;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * The open reviews of a partner, counted in the database.
 *
 * @param open reviews without an outcome
 * @param overdue how many of them were due before the moment that was asked about
 * @param nextDue when the earliest of them is or was due
 */
public record OpenWork(PartnerCode partner, long open, long overdue, Instant nextDue) {

	public OpenWork(String partner, long open, long overdue, Instant nextDue) {
		this(new PartnerCode(partner), open, overdue, nextDue);
	}

}
