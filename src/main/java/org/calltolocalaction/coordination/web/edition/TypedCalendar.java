package org.calltolocalaction.coordination.web.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.kernel.text.TypedDate;
import org.springframework.validation.Errors;

/**
 * A review calendar as it is typed, whichever form asks for it.
 *
 * @param contents when the contents are to be confirmed; nothing where the form leaves
 * that to the desk
 * @param contentsField the form's component of which an error of that day is
 * @param daysOff one date on each line
 */
record TypedCalendar(String days, String cutOffDays, Optional<TypedDate> contents, String contentsField,
		String daysOff) {

	private static final int MOST_DAYS_OFF = 100;

	/**
	 * Empty where something is wrong with it; then the errors say what. A year typed
	 * wrong is found out here.
	 */
	Optional<ReviewCalendar> check(Errors errors, EditionYear edition) {
		int before = errors.getErrorCount();
		OptionalInt reviewDays = number("days", days, ReviewCalendar.MOST_DAYS, errors);
		OptionalInt cutOff = number("cutOffDays", cutOffDays, ReviewCalendar.MOST_CUT_OFF_DAYS, errors);
		Optional<LocalDate> day = contents(errors, edition.next());
		Collection<LocalDate> off = daysOff(errors, edition.next());
		return errors.getErrorCount() > before ? Optional.empty()
				: Optional.of(new ReviewCalendar(reviewDays.getAsInt(), cutOff.getAsInt(), day.orElse(null), off));
	}

	private Optional<LocalDate> contents(Errors errors, EditionYear last) {
		contents.ifPresent(typed -> typed.rejectUnread(errors, contentsField, "coordination.deadline.date.wrong"));
		Optional<LocalDate> day = contents.flatMap(TypedDate::date);
		if (day.filter(date -> date.getYear() > last.value()).isPresent()) {
			errors.rejectValue(contentsField, "coordination.calendar.contents.far", new Object[] { last.businessKey() },
					null);
		}
		return day;
	}

	private Collection<LocalDate> daysOff(Errors errors, EditionYear last) {
		List<LocalDate> off = new ArrayList<>();
		for (String line : Stream.ofNullable(daysOff).flatMap(String::lines).map(Text.CHOICE::of).toList()) {
			if (!line.isEmpty()) {
				Optional<LocalDate> day = TypedDate.of(line)
					.date()
					.filter(date -> Math.abs(date.getYear() - last.value()) <= 1);
				if (day.isEmpty()) {
					errors.rejectValue("daysOff", "coordination.calendar.daysOff.wrong",
							new Object[] { line, last.businessKey() }, null);
					return List.of();
				}
				off.add(day.get());
			}
		}
		if (off.size() > MOST_DAYS_OFF) {
			errors.rejectValue("daysOff", "coordination.calendar.daysOff.many", new Object[] { MOST_DAYS_OFF }, null);
		}
		return off;
	}

	private static OptionalInt number(String field, String value, int most, Errors errors) {
		try {
			int number = Integer.parseInt(Text.IDENTIFIER.of(value));
			if (number >= 1 && number <= most) {
				return OptionalInt.of(number);
			}
		}
		catch (NumberFormatException noNumber) {
			// The error below says what a number is here.
		}
		errors.rejectValue(field, "coordination.calendar.number.wrong", new Object[] { most }, null);
		return OptionalInt.empty();
	}

}
