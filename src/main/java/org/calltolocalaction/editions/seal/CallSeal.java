package org.calltolocalaction.editions.seal;

import java.time.Instant;
import org.calltolocalaction.editions.EditionYear;

/**
 * The checkpoint of the trail over all that was submitted until a call closed. A call
 * that is opened again and closes again has another one.
 *
 * @param checkpoint its number
 * @param size how many entries of the trail it covers
 * @param root of the tree of these entries, in hexadecimal
 */
public record CallSeal(EditionYear edition, Instant closedAt, long checkpoint, long size, String root) {
}
