/**
 * Pages on which coordinators open an edition, choose its criteria and calendar, and lead
 * it to its report.
 */
package org.calltolocalaction.coordination.web.edition;
