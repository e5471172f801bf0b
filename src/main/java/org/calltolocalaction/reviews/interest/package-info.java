/** Interests keep reviewers out of the pledges of a government that they are close to. */
@org.springframework.modulith.NamedInterface("interest")
@NullMarked
package org.calltolocalaction.reviews.interest;

import org.jspecify.annotations.NullMarked;
