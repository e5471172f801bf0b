package org.calltolocalaction.notifications;

/** A written mail as the mail server is to get it. */
record Envelope(String recipient, String language, String subject, String body, String messageId) {
}
