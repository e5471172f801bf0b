/** The page on which coordinators search the trail, verify it and take it along. */
@NullMarked
package org.calltolocalaction.coordination.web.trail;

import org.jspecify.annotations.NullMarked;
