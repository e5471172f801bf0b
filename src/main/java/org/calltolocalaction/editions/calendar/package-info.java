/** The days of an edition’s cycle and of its reviews. */
@org.springframework.modulith.NamedInterface("calendar")
@NullMarked
package org.calltolocalaction.editions.calendar;

import org.jspecify.annotations.NullMarked;
