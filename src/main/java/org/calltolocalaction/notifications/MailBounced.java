package org.calltolocalaction.notifications;

import org.calltolocalaction.post.RefusalReason;

/**
 * A server takes no mail for the address of this one, said at once or later. Published in
 * the transaction in which the mail becomes undeliverable.
 */
public record MailBounced(MailId mail, RefusalReason reason) {
}
