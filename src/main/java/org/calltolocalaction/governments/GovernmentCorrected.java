package org.calltolocalaction.governments;

import java.time.Instant;
import java.util.Optional;

/**
 * A government says something else about itself, in this transaction: lists that repeat
 * it are to follow.
 *
 * @param byCoordinators when, where it was not one of its members who corrected it
 */
public record GovernmentCorrected(GovernmentId government, Optional<Instant> byCoordinators) {
}
