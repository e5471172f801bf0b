/** The pages on which coordinators confirm governments. */
@NullMarked
package org.calltolocalaction.coordination.web.government;

import org.jspecify.annotations.NullMarked;
