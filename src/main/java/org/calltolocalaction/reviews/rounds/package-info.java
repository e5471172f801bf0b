/**
 * Rounds of reviews: their dates, reminders and cut-off, and the new reviews that
 * coordinators request.
 */
@org.springframework.modulith.NamedInterface("rounds")
package org.calltolocalaction.reviews.rounds;
