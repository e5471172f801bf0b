/** Mails about a pledge. */
@org.springframework.modulith.NamedInterface("pledge")
package org.calltolocalaction.notifications.pledge;
