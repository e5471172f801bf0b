/** Moves running processes to a newer version of their model. */
@NullMarked
package org.calltolocalaction.process.moves;

import org.jspecify.annotations.NullMarked;
