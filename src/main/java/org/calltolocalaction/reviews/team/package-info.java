/**
 * Who has a review: taken, handed over, moved in bulk, and never left with somebody who
 * is away or keeps out.
 */
@org.springframework.modulith.NamedInterface("team")
package org.calltolocalaction.reviews.team;
