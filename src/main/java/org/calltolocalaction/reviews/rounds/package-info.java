/**
 * Rounds of reviews: their dates, reminders and cut-off, and the new reviews that
 * coordinators request.
 */
@org.springframework.modulith.NamedInterface("rounds")
@NullMarked
package org.calltolocalaction.reviews.rounds;

import org.jspecify.annotations.NullMarked;
