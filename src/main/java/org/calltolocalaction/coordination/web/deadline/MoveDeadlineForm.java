package org.calltolocalaction.coordination.web.deadline;

import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.validation.Errors;

/** Where a deadline is to be moved, and why, as it was typed. */
public record MoveDeadlineForm(@As(Text.CHOICE) String day, @As(Text.CHOICE) String month, @As(Text.CHOICE) String year,
		@As(Text.IDENTIFIER) String time, @As(Text.IDENTIFIER) String zone, @As(Text.IDENTIFIER) String grace,
		@As(Text.IDENTIFIER) String offset, @As(Text.PROSE) String reason) implements DeadlineInput {

	private static final String END_OF_DAY = "24:00:00";

	public static MoveDeadlineForm of(Deadline present) {
		return new MoveDeadlineForm(String.valueOf(present.lastDay().getDayOfMonth()),
				String.valueOf(present.lastDay().getMonthValue()), String.valueOf(present.lastDay().getYear()),
				present.endsItsDay() ? END_OF_DAY : TIME.format(present.local()), present.zone().getId(),
				String.valueOf(present.grace().toMinutes()), present.offset().getId(), "");
	}

	void check(Errors errors, EditionYear edition, Deadline present) {
		checkDeadline(errors, edition);
		if (!errors.hasErrors() && deadline().filter(present::equals).isPresent()) {
			errors.rejectValue("day", "coordination.deadline.same");
		}
		TypedReason.check(reason, "coordination.deadline.reason.missing", errors);
	}

}
