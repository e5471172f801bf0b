/**
 * Coordinators confirm that a government is the one that it says it is, ask it, or refuse
 * it; its members answer.
 */
@org.springframework.modulith.NamedInterface("standing")
@NullMarked
package org.calltolocalaction.governments.standing;

import org.jspecify.annotations.NullMarked;
