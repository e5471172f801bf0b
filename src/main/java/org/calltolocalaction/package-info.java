/** Pledges are drafted, judged and reported here: the desk as one program. */
@NullMarked
package org.calltolocalaction;

import org.jspecify.annotations.NullMarked;
