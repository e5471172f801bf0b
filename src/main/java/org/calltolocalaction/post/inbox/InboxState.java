package org.calltolocalaction.post.inbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How the mailbox is.
 *
 * @param readAt when it was last looked into
 * @param trouble why it could not be the last time; nothing where it could
 */
public record InboxState(Optional<Instant> readAt, Optional<String> trouble) {
}
