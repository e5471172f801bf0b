package org.calltolocalaction.forms;

/**
 * An answer that is not what it was before, both as they are read; empty where there was
 * or is none.
 */
public record Change(String label, String before, String after) {
}
