/** Coordinators have mails of the log sent again. */
@NullMarked
package org.calltolocalaction.coordination.mails;

import org.jspecify.annotations.NullMarked;
