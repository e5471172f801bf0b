package org.calltolocalaction.coordination.governments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentStanding;

/**
 * A government as the coordinators' list shows it.
 *
 * @param section a code of the vocabulary's world sections
 * @param submitted how many pledges it has submitted
 */
public record GovernmentLine(GovernmentId id, String name, String type, String country, String section,
		GovernmentStanding standing, Optional<LocalDate> endorsedOn, int members, int submitted, int drafts,
		Instant registeredAt, boolean closed) {
}
