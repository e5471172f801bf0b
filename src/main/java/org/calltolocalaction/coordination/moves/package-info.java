/**
 * Running processes go on under a newer version of their model: what such a move will do,
 * and what it has done.
 */
@org.springframework.modulith.NamedInterface("moves")
@NullMarked
package org.calltolocalaction.coordination.moves;

import org.jspecify.annotations.NullMarked;
