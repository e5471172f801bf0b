/**
 * What coordinators find of an edition's pledges, and of drafts: by the one search, from
 * rows of its own that follow whatever happens. What the figures count stands in the same
 * rows, so that each is a link to exactly what it counts.
 */
@NullMarked
package org.calltolocalaction.coordination.lists;

import org.jspecify.annotations.NullMarked;
