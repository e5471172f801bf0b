package org.calltolocalaction.governments.standing;

import java.time.Instant;
import org.calltolocalaction.governments.Government;

/**
 * Coordinators did not accept, in this transaction, what a confirmed government asked to
 * be called, or where or what it is.
 *
 * @param name that it asked for
 */
public record ChangeRefused(Government government, String name, String reason, Instant at) {
}
