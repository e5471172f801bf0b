/**
 * What everybody may read of a pledge that stands in a report, after it was accepted: its
 * government withdraws its consent or gives it again, coordinators take it down and put
 * it back.
 */
@org.springframework.modulith.NamedInterface("publication")
@NullMarked
package org.calltolocalaction.reports.publication;

import org.jspecify.annotations.NullMarked;
