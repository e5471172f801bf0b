package org.calltolocalaction.coordination.web.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.web.deadline.MoveDeadlineForm;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.kernel.text.TypedDate;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * A review calendar as it was typed.
 *
 * @param day of the day on which the contents are to be confirmed, with month and year
 * @param daysOff one date on each line
 */
record ReviewCalendarForm(@As(Text.IDENTIFIER) String days, @As(Text.IDENTIFIER) String cutOffDays,
		@As(Text.CHOICE) String day, @As(Text.CHOICE) String month, @As(Text.CHOICE) String year,
		@As(Text.PROSE) String daysOff, @As(Text.PROSE) String reason) {

	private static final int MOST_DAYS_OFF = 100;

	static ReviewCalendarForm of(Edition edition) {
		ReviewCalendar calendar = edition.reviewCalendar();
		LocalDate contents = edition.contentsPlanned();
		return new ReviewCalendarForm(String.valueOf(calendar.days()), String.valueOf(calendar.cutOffDays()),
				String.valueOf(contents.getDayOfMonth()), String.valueOf(contents.getMonthValue()),
				String.valueOf(contents.getYear()),
				calendar.daysOff().stream().map(LocalDate::toString).collect(Collectors.joining("\n")), "");
	}

	/**
	 * Empty where something is wrong with it; then the errors say what. A year typed
	 * wrong is found out here.
	 */
	Optional<ReviewCalendar> check(Errors errors, EditionYear edition) {
		OptionalInt reviewDays = number("days", days, ReviewCalendar.MOST_DAYS, errors);
		OptionalInt cutOff = number("cutOffDays", cutOffDays, ReviewCalendar.MOST_CUT_OFF_DAYS, errors);
		Optional<LocalDate> contents = contents(errors, edition.next());
		Collection<LocalDate> off = daysOff(errors, edition.next());
		if (!StringUtils.hasText(reason)) {
			errors.rejectValue("reason", "coordination.calendar.reason.missing");
		}
		else if (reason.length() > MoveDeadlineForm.LONGEST_REASON) {
			errors.rejectValue("reason", "coordination.reason.long", new Object[] { MoveDeadlineForm.LONGEST_REASON },
					null);
		}
		return errors.hasErrors() ? Optional.empty()
				: Optional.of(new ReviewCalendar(reviewDays.getAsInt(), cutOff.getAsInt(), contents.get(), off));
	}

	private Optional<LocalDate> contents(Errors errors, EditionYear last) {
		TypedDate typed = TypedDate.in(day, month, year);
		typed.rejectUnread(errors, "day", "coordination.deadline.date.wrong");
		if (typed.date().isPresent() && typed.date().get().getYear() > last.value()) {
			errors.rejectValue("day", "coordination.calendar.contents.far", new Object[] { last.businessKey() }, null);
		}
		return typed.date();
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
			int number = typed(value);
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

	private static int typed(String value) {
		return Integer.parseInt(Text.IDENTIFIER.of(value));
	}

}
