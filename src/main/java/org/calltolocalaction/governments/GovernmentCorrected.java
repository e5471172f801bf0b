package org.calltolocalaction.governments;

/**
 * A government says something else about itself, in this transaction: lists that repeat
 * it are to follow.
 */
public record GovernmentCorrected(GovernmentId government) {
}
