/** Mails about an edition’s call and report. */
@org.springframework.modulith.NamedInterface("edition")
package org.calltolocalaction.notifications.edition;
