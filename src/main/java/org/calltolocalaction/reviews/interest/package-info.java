/** Which reviewers keep out of which governments’ pledges, and since when. */
@org.springframework.modulith.NamedInterface("interest")
package org.calltolocalaction.reviews.interest;
