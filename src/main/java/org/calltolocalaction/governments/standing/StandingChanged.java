package org.calltolocalaction.governments.standing;

import java.time.Instant;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentStanding;

/**
 * Coordinators confirmed, asked or refused a government, or it answered them, in this
 * transaction.
 *
 * @param words the question or the reason; empty where the government answered
 */
public record StandingChanged(Government government, GovernmentStanding to, String words, Instant at) {
}
