/**
 * What a review says: its form, its score, drafts, and what it said before it was opened
 * again.
 */
@org.springframework.modulith.NamedInterface("judgement")
@NullMarked
package org.calltolocalaction.reviews.judgement;

import org.jspecify.annotations.NullMarked;
