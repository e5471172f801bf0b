/**
 * Where a submitted pledge stands, who has it, and what the partners wrote to its
 * government.
 */
@org.springframework.modulith.NamedInterface("progress")
@NullMarked
package org.calltolocalaction.pledges.progress;

import org.jspecify.annotations.NullMarked;
