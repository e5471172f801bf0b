/** Where a deadline is typed and moved, also where the clocks change. */
@NullMarked
package org.calltolocalaction.coordination.web.deadline;

import org.jspecify.annotations.NullMarked;
