/**
 * What comes back of mails: that they did not arrive, which becomes a task, and what
 * people answer, which stands at their pledge.
 */
@org.springframework.modulith.NamedInterface("inbox")
@NullMarked
package org.calltolocalaction.notifications.inbox;

import org.jspecify.annotations.NullMarked;
