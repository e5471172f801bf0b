/** Mails about who acts for a government. */
@NullMarked
package org.calltolocalaction.notifications.membership;

import org.jspecify.annotations.NullMarked;
