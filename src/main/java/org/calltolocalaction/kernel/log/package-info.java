/**
 * Keeps the log readable: what is known is said in one line each minute, and the
 * unexpected once with all there is.
 */
package org.calltolocalaction.kernel.log;
