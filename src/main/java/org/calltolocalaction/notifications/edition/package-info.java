/** Mails about an edition’s call and report. */
@org.springframework.modulith.NamedInterface("edition")
@NullMarked
package org.calltolocalaction.notifications.edition;

import org.jspecify.annotations.NullMarked;
