package org.calltolocalaction.governments.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.kernel.text.TypedDate;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * The endorsement, as it was typed: a date in three fields, because that is quickest for
 * a date one knows.
 *
 * @param file stays empty: what is wrong with the letter is said there
 */
record EndorsementForm(@As(Text.CHOICE) String day, @As(Text.CHOICE) String month, @As(Text.CHOICE) String year,
		@As(Text.NAME) String signatory, @As(Text.PROSE) String statement, @As(Text.IDENTIFIER) String file) {

	static EndorsementForm of(Optional<Endorsement> endorsement) {
		return endorsement
			.map(known -> new EndorsementForm(String.valueOf(known.date().getDayOfMonth()),
					String.valueOf(known.date().getMonthValue()), String.valueOf(known.date().getYear()),
					known.signatory(), known.statement(), ""))
			.orElse(new EndorsementForm("", "", "", "", "", ""));
	}

	/**
	 * @param letter whether one is sent now, or was before
	 */
	void check(Errors errors, LocalDate today, boolean letter) {
		TypedDate typed = typed();
		Optional<LocalDate> date = typed.date();
		typed.rejectUnread(errors, "day", "governments.endorsement.date.wrong");
		if (date.isPresent() && date.get().isAfter(today)) {
			errors.rejectValue("day", "governments.refused.endorsedInFuture");
		}
		if (date.isPresent() && date.get().isBefore(Endorsement.ADOPTED)) {
			errors.rejectValue("day", "governments.endorsement.date.early");
		}
		if (!StringUtils.hasText(signatory)) {
			errors.rejectValue("signatory", "governments.endorsement.signatory.missing");
		}
		else if (signatory.length() > Endorsement.LONGEST_SIGNATORY) {
			errors.rejectValue("signatory", "governments.endorsement.signatory.long",
					new Object[] { Endorsement.LONGEST_SIGNATORY }, null);
		}
		checkProof(errors, letter);
	}

	private void checkProof(Errors errors, boolean letter) {
		if (!StringUtils.hasText(statement) && !letter) {
			errors.rejectValue("file", "endorsing.proof.missing");
		}
		else if (statement != null && statement.length() > Endorsement.LONGEST_STATEMENT) {
			errors.rejectValue("statement", "endorsing.statement.long", new Object[] { Endorsement.LONGEST_STATEMENT },
					null);
		}
	}

	Endorsement endorsement() {
		return Endorsement.stated(typed().date().orElseThrow(), signatory, Objects.requireNonNullElse(statement, ""));
	}

	private TypedDate typed() {
		return TypedDate.in(day, month, year);
	}

}
