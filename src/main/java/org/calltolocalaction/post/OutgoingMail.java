package org.calltolocalaction.post;

import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.address.EmailAddress;

/**
 * A mail as the mail server is to get it: plain text to one person.
 *
 * @param messageId the mail's own, so that a retry is recognised as the same; where there
 * is none, one is made
 */
public record OutgoingMail(EmailAddress to, Locale language, String subject, String text, Optional<String> messageId) {
}
