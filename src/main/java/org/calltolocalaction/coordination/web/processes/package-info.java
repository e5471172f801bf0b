/** The coordinators' pages of the process: its models as they run. */
@NullMarked
package org.calltolocalaction.coordination.web.processes;

import org.jspecify.annotations.NullMarked;
