/** Which reviewers keep out of which governments’ pledges, and since when. */
@org.springframework.modulith.NamedInterface("interest")
@NullMarked
package org.calltolocalaction.reviews.interest;

import org.jspecify.annotations.NullMarked;
