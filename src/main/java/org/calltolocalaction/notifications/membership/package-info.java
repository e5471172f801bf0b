/** Mails about who acts for a government. */
@org.springframework.modulith.NamedInterface("membership")
@NullMarked
package org.calltolocalaction.notifications.membership;

import org.jspecify.annotations.NullMarked;
