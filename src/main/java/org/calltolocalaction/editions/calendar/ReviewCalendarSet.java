package org.calltolocalaction.editions.calendar;

import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;

/**
 * A coordinator set an edition's review calendar, in this transaction: the reviews that
 * are open follow it.
 */
public record ReviewCalendarSet(EditionYear year, String reason, Person by) {
}
