package org.calltolocalaction.pledges.progress;

/**
 * What a partner wrote on one answer of a revision.
 *
 * @param path where the answer stands in the form of the pledge
 */
public record AnswerComment(String path, String text) {
}
