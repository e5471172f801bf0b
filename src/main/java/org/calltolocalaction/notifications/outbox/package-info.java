/** Written mails wait here: each once, for the people who may still have it. */
@org.springframework.modulith.NamedInterface("outbox")
@NullMarked
package org.calltolocalaction.notifications.outbox;

import org.jspecify.annotations.NullMarked;
