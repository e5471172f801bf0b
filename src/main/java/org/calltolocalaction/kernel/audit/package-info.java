/**
 * What happened, by whom and when: every change of state is written down here, in one
 * format.
 */
@org.springframework.modulith.NamedInterface("audit")
@NullMarked
package org.calltolocalaction.kernel.audit;

import org.jspecify.annotations.NullMarked;
