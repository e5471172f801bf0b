/**
 * What an act of a coordinator will do, said before it is done, kept, and compared with
 * what then happened.
 */
@NullMarked
package org.calltolocalaction.coordination.forecast;

import org.jspecify.annotations.NullMarked;
