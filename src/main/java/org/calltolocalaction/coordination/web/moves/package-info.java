/** The pages on which running processes are moved to a newer version of their model. */
@NullMarked
package org.calltolocalaction.coordination.web.moves;

import org.jspecify.annotations.NullMarked;
