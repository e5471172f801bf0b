package org.calltolocalaction.coordination.processes;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that is at a step.
 *
 * @param about its business key: the pledge's reference, the edition's year, an id
 * @param since when it came there, as far as the engine has written it down
 * @param failed whether a job of this step has given up
 */
public record AtStep(String about, Optional<Instant> since, boolean failed) {
}
