/**
 * Whether a government is the one that it says it is: what follows where coordinators
 * confirm, ask or refuse it.
 */
@NullMarked
package org.calltolocalaction.coordination.governments;

import org.jspecify.annotations.NullMarked;
