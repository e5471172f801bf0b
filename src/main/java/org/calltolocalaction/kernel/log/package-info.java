/**
 * Keeps the log readable: what is known is said in one line each minute, and the
 * unexpected once with all there is.
 */
@NullMarked
package org.calltolocalaction.kernel.log;

import org.jspecify.annotations.NullMarked;
