package org.calltolocalaction.editions;

/** An edition's deadline was moved, in this transaction: whatever was decided by the old one is decided anew. */
public record DeadlineMoved(EditionYear year, Deadline from, Deadline to) {
}
