package org.calltolocalaction.search;

/**
 * Something that can be typed, on the page that helps to search.
 *
 * @param name of the sentence that says what it finds
 */
public record Example(String name, String typed) {
}
