package org.calltolocalaction.forms.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a component stands on a wide screen.
 *
 * @param row components of the same row stand beside each other; null where it stands
 * alone
 * @param columns how many of the sixteen columns it takes, or null to share what is left
 */
public record Layout(@Nullable String row, @Nullable Integer columns) {
}
