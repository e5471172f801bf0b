/** Pages on which coordinators find, correct, merge and close governments. */
@NullMarked
package org.calltolocalaction.coordination.web.governments;

import org.jspecify.annotations.NullMarked;
