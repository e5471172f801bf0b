package org.calltolocalaction.identity;

/**
 * A person chose how to get their mails. Handled in the same transaction, so that what
 * waits for them follows.
 */
public record MailsRearranged(AccountId person) {
}
