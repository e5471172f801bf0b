package org.calltolocalaction.forms;

/**
 * What somebody remarked on one answer, to be read beside it wherever the answer is asked
 * or shown.
 *
 * @param path where the answer stands
 * @param author who says it, in the reader's language
 */
public record FieldNote(String path, String author, String text) {
}
