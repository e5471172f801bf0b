/** Mails about what coordinators make of a person's account. */
@NullMarked
package org.calltolocalaction.notifications.people;

import org.jspecify.annotations.NullMarked;
