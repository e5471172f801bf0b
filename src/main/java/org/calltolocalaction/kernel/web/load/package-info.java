/**
 * Room for everybody: how many requests of which kind are served at once, and how slow
 * somebody may be.
 */
@NullMarked
package org.calltolocalaction.kernel.web.load;

import org.jspecify.annotations.NullMarked;
