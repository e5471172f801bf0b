/** Where a deadline is typed and moved, also where the clocks change. */
package org.calltolocalaction.coordination.web.deadline;
