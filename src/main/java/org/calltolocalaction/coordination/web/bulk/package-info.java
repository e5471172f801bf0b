/** Pages on which coordinators act on many pledges at once. */
@NullMarked
package org.calltolocalaction.coordination.web.bulk;

import org.jspecify.annotations.NullMarked;
