/** Calendars that people subscribe to, as iCalendar files (RFC 5545). */
@org.springframework.modulith.NamedInterface("calendar")
@NullMarked
package org.calltolocalaction.kernel.calendar;

import org.jspecify.annotations.NullMarked;
