/** What the engine does at this moment, told to whoever oversees it. */
@NullMarked
package org.calltolocalaction.process.live;

import org.jspecify.annotations.NullMarked;
