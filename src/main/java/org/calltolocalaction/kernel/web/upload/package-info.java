/** How much of a form with files is read, decided before any of it is. */
@NullMarked
package org.calltolocalaction.kernel.web.upload;

import org.jspecify.annotations.NullMarked;
