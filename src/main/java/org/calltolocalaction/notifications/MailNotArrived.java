package org.calltolocalaction.notifications;

/**
 * A mail is not tried again, and its reader does not have it.
 *
 * @param about the pledge's reference, the edition's year or the government's id
 */
public record MailNotArrived(String about) {
}
