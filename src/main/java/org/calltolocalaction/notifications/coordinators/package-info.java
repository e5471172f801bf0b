/**
 * Mails by which coordinators turn to the people of many pledges at once: one to each
 * person, with all of theirs.
 */
@org.springframework.modulith.NamedInterface("coordinators")
@NullMarked
package org.calltolocalaction.notifications.coordinators;

import org.jspecify.annotations.NullMarked;
