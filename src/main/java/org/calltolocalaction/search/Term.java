package org.calltolocalaction.search;

/**
 * A criterion as it was asked.
 *
 * @param negated whether what meets it is left out
 */
public record Term(Criterion criterion, boolean negated) {
}
