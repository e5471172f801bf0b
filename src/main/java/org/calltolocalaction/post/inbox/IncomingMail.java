package org.calltolocalaction.post.inbox;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.post.inbox.ReturnAddresses.Sign;

/**
 * A mail that came, as far as it could be read; nothing in it is to be believed but the
 * sign.
 *
 * @param messageId as its sender says; may be empty
 * @param from the sender's address; empty where it is none
 * @param subject one line; may be empty
 * @param answers the Message-IDs that it says it answers, the nearest first
 * @param automatic whether a machine wrote it, as far as it shows
 * @param report what it tells of a mail's delivery
 * @param sign the mail that it was sent back of, or in answer to
 * @param text the plain text, or what the HTML says
 * @param leftOut how many parts could not be read or were too many
 */
public record IncomingMail(String messageId, String from, String subject, List<String> answers, boolean automatic,
		Optional<DeliveryReport> report, Optional<Sign> sign, String text, List<IncomingFile> files, int leftOut) {
}
