/**
 * One round of reviews after the other: its dates, reminders and cut-off, and what a
 * coordinator asks for again.
 */
@org.springframework.modulith.NamedInterface("rounds")
@NullMarked
package org.calltolocalaction.reviews.rounds;

import org.jspecify.annotations.NullMarked;
