/** Mails about a pledge. */
@org.springframework.modulith.NamedInterface("pledge")
@NullMarked
package org.calltolocalaction.notifications.pledge;

import org.jspecify.annotations.NullMarked;
