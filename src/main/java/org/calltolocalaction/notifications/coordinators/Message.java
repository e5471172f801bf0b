package org.calltolocalaction.notifications.coordinators;

import java.util.Locale;

/**
 * What a coordinator writes to governments, in their own words.
 *
 * @param language in which it is written, whichever its readers prefer
 */
public record Message(String subject, String text, Locale language) {
}
