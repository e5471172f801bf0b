/**
 * Coordinators find that two registrations are of one government, close one that is no
 * more, and open it again.
 */
@org.springframework.modulith.NamedInterface("merging")
@NullMarked
package org.calltolocalaction.governments.merging;

import org.jspecify.annotations.NullMarked;
