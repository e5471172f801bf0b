package org.calltolocalaction.pledges.progress;

/**
 * A comment of a partner on one answer of a revision.
 *
 * @param path where the answer stands in the form of the pledge
 */
public record AnswerComment(String path, String text) {
}
