package org.calltolocalaction.forms;

import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of a list.
 *
 * @param answers with the row that was added, or without the one that was taken away
 * @param anchor the id of the element of the page to which the focus goes: the new row,
 * or its list
 */
public record RowChange(Answers answers, @Nullable String anchor) {
}
