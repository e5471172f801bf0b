package org.calltolocalaction.identity;

import java.time.Instant;

/**
 * A coordinator who looks on in another person's place.
 *
 * @param until when the view ends by itself
 */
public record Viewer(AccountId account, String name, Instant since, Instant until) {
}
