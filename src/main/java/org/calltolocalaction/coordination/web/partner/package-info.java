/** Where a partner of an edition is added or released after its call is open. */
@NullMarked
package org.calltolocalaction.coordination.web.partner;

import org.jspecify.annotations.NullMarked;
