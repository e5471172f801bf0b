package org.calltolocalaction.coordination.figures;

import java.util.Optional;

/**
 * A number, and the search that finds exactly so many.
 *
 * @param name the end of the key under which its wording is found
 * @param before how many there were on the same day of the edition before; none where
 * that is not known
 * @param search in the list of the edition; null where the list is another one
 */
public record Figure(String name, long number, Optional<Long> before, String search) {
}
