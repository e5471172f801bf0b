/**
 * What speaks for and against that somebody acts for a government: for whoever confirms a
 * registration, and for whoever lets a colleague in.
 */
@org.springframework.modulith.NamedInterface("evidence")
@NullMarked
package org.calltolocalaction.governments.evidence;

import org.jspecify.annotations.NullMarked;
