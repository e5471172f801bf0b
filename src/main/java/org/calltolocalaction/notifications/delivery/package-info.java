/** Hands mails that are due to the mail server, and records the result. */
@NullMarked
package org.calltolocalaction.notifications.delivery;

import org.jspecify.annotations.NullMarked;
