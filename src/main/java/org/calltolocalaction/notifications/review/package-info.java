/** Mails about reviews and the people who make them. */
@org.springframework.modulith.NamedInterface("review")
@NullMarked
package org.calltolocalaction.notifications.review;

import org.jspecify.annotations.NullMarked;
