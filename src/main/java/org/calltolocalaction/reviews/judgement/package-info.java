/**
 * The content of a review: its form, its score, its drafts, and its judgement before it
 * was opened again.
 */
@org.springframework.modulith.NamedInterface("judgement")
@NullMarked
package org.calltolocalaction.reviews.judgement;

import org.jspecify.annotations.NullMarked;
