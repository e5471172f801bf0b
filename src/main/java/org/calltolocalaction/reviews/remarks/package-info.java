/**
 * Remarks of the discussion among partners and coordinators, as the pages and mails of
 * other modules need them.
 */
@org.springframework.modulith.NamedInterface("remarks")
@NullMarked
package org.calltolocalaction.reviews.remarks;

import org.jspecify.annotations.NullMarked;
