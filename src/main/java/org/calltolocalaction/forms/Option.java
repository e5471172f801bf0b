package org.calltolocalaction.forms;

/**
 * One choice of a list: the code that is stored, and its label in the reader's language.
 */
public record Option(String value, String label) {
}
