package org.calltolocalaction.coordination.forecast;

import java.time.Instant;

/**
 * An act of a coordinator with what was foretold of it.
 *
 * @param doneAt when the coordinator confirmed it
 */
public record Foretold(ForetoldId id, Instant doneAt, ActForecast forecast) {
}
