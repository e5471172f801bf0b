/** Where one government or one pledge is given more time than the deadline. */
@NullMarked
package org.calltolocalaction.coordination.web.extension;

import org.jspecify.annotations.NullMarked;
