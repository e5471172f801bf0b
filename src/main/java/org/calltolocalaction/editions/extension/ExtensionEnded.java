package org.calltolocalaction.editions.extension;

/**
 * An extension was ended before its time, in this transaction. What was submitted until
 * then stays where it is, and who had it is told.
 *
 * @param reason why, as it was written
 */
public record ExtensionEnded(Extension extension, String reason) {
}
