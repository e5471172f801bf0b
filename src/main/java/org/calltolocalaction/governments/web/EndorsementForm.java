package org.calltolocalaction.governments.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * The endorsement, as it was typed: a date in three fields, because that is quickest for
 * a date one knows.
 */
record EndorsementForm(@As(Text.IDENTIFIER) String day, @As(Text.IDENTIFIER) String month,
		@As(Text.IDENTIFIER) String year, @As(Text.NAME) String signatory) {

	static EndorsementForm of(Optional<Endorsement> endorsement) {
		return endorsement
			.map(known -> new EndorsementForm(String.valueOf(known.date().getDayOfMonth()),
					String.valueOf(known.date().getMonthValue()), String.valueOf(known.date().getYear()),
					known.signatory()))
			.orElse(new EndorsementForm("", "", "", ""));
	}

	void check(Errors errors, LocalDate today) {
		Optional<LocalDate> date = date();
		if (date.isEmpty()) {
			errors.rejectValue("day", "governments.endorsement.date.wrong");
		}
		else if (date.get().isAfter(today)) {
			errors.rejectValue("day", "governments.refused.endorsedInFuture");
		}
		else if (date.get().isBefore(Endorsement.ADOPTED)) {
			errors.rejectValue("day", "governments.endorsement.date.early");
		}
		if (!StringUtils.hasText(signatory)) {
			errors.rejectValue("signatory", "governments.endorsement.signatory.missing");
		}
		else if (signatory.length() > Endorsement.LONGEST_SIGNATORY) {
			errors.rejectValue("signatory", "governments.endorsement.signatory.long",
					new Object[] { Endorsement.LONGEST_SIGNATORY }, null);
		}
	}

	Endorsement endorsement() {
		return new Endorsement(date().orElseThrow(), signatory);
	}

	private Optional<LocalDate> date() {
		try {
			return Optional.of(LocalDate.of(number(year), number(month), number(day)));
		}
		catch (DateTimeException | NumberFormatException noDate) {
			return Optional.empty();
		}
	}

	private static int number(String typed) {
		return Integer.parseInt(Text.IDENTIFIER.of(typed));
	}

}
