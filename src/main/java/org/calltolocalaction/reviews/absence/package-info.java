/** Absences of reviewers and their deputies are kept here, so that no review strands. */
@org.springframework.modulith.NamedInterface("absence")
@NullMarked
package org.calltolocalaction.reviews.absence;

import org.jspecify.annotations.NullMarked;
