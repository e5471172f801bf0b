/** Absences of reviewers and their deputies are kept here, so that no review strands. */
@org.springframework.modulith.NamedInterface("absence")
package org.calltolocalaction.reviews.absence;
