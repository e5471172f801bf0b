/** All that happened, to be searched, and held to what it was. */
@NullMarked
package org.calltolocalaction.coordination.trail;

import org.jspecify.annotations.NullMarked;
