/** The days of an edition’s cycle and of its reviews. */
@org.springframework.modulith.NamedInterface("calendar")
package org.calltolocalaction.editions.calendar;
