/** Interests keep reviewers out of the pledges of a government that they are close to. */
@org.springframework.modulith.NamedInterface("interest")
package org.calltolocalaction.reviews.interest;
