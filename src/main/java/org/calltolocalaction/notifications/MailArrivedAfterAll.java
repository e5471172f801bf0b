package org.calltolocalaction.notifications;

/**
 * A mail was sent that had been tried in vain before, and perhaps given up.
 *
 * @param about the pledge's reference, the edition's year or the government's id
 */
public record MailArrivedAfterAll(String about) {
}
