/** What holds for every request, whichever module answers it. */
@NullMarked
package org.calltolocalaction.kernel.web;

import org.jspecify.annotations.NullMarked;
