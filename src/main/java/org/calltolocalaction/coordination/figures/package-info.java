/**
 * What coordinators count: figures of an edition and of all that waits, from counts that
 * are kept beside the lists. Each figure is a link to the list behind it.
 */
@NullMarked
package org.calltolocalaction.coordination.figures;

import org.jspecify.annotations.NullMarked;
