/**
 * The models of the process as they run at this moment: what they look like, how many
 * pledges are at each step, and where something has given up.
 */
@org.springframework.modulith.NamedInterface("processes")
@NullMarked
package org.calltolocalaction.coordination.processes;

import org.jspecify.annotations.NullMarked;
