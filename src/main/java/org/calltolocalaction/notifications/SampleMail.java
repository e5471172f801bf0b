package org.calltolocalaction.notifications;

import java.util.Locale;

/** A mail as somebody would get it, shown before it is written. */
public record SampleMail(Locale language, String subject, String body) {
}
