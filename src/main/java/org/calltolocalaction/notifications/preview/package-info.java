/** Mails as they would be written, shown to coordinators before a text of theirs is. */
@org.springframework.modulith.NamedInterface("preview")
@NullMarked
package org.calltolocalaction.notifications.preview;

import org.jspecify.annotations.NullMarked;
