/**
 * Pages on which people choose, register and describe their government, and decide who
 * joins it.
 */
@NullMarked
package org.calltolocalaction.governments.web;

import org.jspecify.annotations.NullMarked;
