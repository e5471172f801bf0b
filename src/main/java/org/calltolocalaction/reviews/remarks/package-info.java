/**
 * What partners and coordinators say to each other about a pledge, as the pages and mails
 * of other modules have it.
 */
@org.springframework.modulith.NamedInterface("remarks")
@NullMarked
package org.calltolocalaction.reviews.remarks;

import org.jspecify.annotations.NullMarked;
