/**
 * The desk's own mailbox, where one is configured: what comes back of mails, and answers
 * to them. Whoever wrote the mails says what an answer is.
 */
@org.springframework.modulith.NamedInterface("inbox")
@NullMarked
package org.calltolocalaction.post.inbox;

import org.jspecify.annotations.NullMarked;
