/** Mails about reviews and the people who make them. */
@org.springframework.modulith.NamedInterface("review")
package org.calltolocalaction.notifications.review;
