/**
 * Pages on which coordinators open an edition, choose its criteria and calendar, and lead
 * it to its report.
 */
@NullMarked
package org.calltolocalaction.coordination.web.edition;

import org.jspecify.annotations.NullMarked;
