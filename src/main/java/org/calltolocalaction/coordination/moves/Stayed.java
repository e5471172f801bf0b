package org.calltolocalaction.coordination.moves;

import java.util.Optional;

/**
 * A process that a move left where it was.
 *
 * @param about its business key, such as a pledge's reference
 * @param step the step that is the reason, if one is
 */
public record Stayed(String about, WhyStayed why, Optional<ModelStep> step) {
}
