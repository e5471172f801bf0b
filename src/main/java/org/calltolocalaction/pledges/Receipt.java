package org.calltolocalaction.pledges;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;

/**
 * The proof of a submission that a government keeps.
 *
 * @param submittedAt to the second
 * @param memberZone the zone of the member who submitted
 * @param countsFor the edition for which it counted at that moment, by its first
 * submission
 * @param timeliness how the first submission stood to the deadline at that moment
 * @param sha256 of the submitted content's exact bytes, in hexadecimal
 */
public record Receipt(PledgeReference reference, int revision, Instant submittedAt, ZoneId memberZone,
		Placement countsFor, Timeliness timeliness, String sha256) {

	public ZonedDateTime submittedAtInMemberZone() {
		return submittedAt.atZone(memberZone);
	}

}
