/**
 * Coordinators put an accepted pledge into another edition's report, until the contents
 * are confirmed.
 */
@org.springframework.modulith.NamedInterface("correction")
@NullMarked
package org.calltolocalaction.reports.correction;

import org.jspecify.annotations.NullMarked;
