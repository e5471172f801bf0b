package org.calltolocalaction.coordination.web.edition;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.kernel.text.TypedDate;
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
		Optional<ReviewCalendar> calendar = new TypedCalendar(days, cutOffDays,
				Optional.of(TypedDate.in(day, month, year)), "day", daysOff)
			.check(errors, edition);
		TypedReason.check(reason, "coordination.calendar.reason.missing", errors);
		return errors.hasErrors() ? Optional.empty() : calendar;
	}

}
