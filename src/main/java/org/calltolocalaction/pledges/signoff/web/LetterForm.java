package org.calltolocalaction.pledges.signoff.web;

import java.time.LocalDate;
import java.util.Optional;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.kernel.text.TypedDate;
import org.springframework.validation.Errors;

/**
 * What a member says of a signed letter, as it was typed.
 *
 * @param about {@code yes} where they confirm that it is about the text as it is
 * @param read the hash of the text that was the working copy then
 * @param file stays empty: what is wrong with the letter is said there
 */
record LetterForm(@As(Text.NAME) String name, @As(Text.NAME) String function, @As(Text.CHOICE) String day,
		@As(Text.CHOICE) String month, @As(Text.CHOICE) String year, @As(Text.CHOICE) String about,
		@As(Text.IDENTIFIER) String read, @As(Text.IDENTIFIER) String file) {

	/** Nothing is filled in yet. */
	static LetterForm empty() {
		return new LetterForm("", "", "", "", "", "", "", "");
	}

	/** The same, to be confirmed anew of another text. */
	LetterForm unconfirmed() {
		return new LetterForm(name, function, day, month, year, "", "", "");
	}

	void check(Errors errors, boolean fileSent, LocalDate today) {
		if (!fileSent) {
			errors.rejectValue("file", "signoff.letter.file.missing");
		}
		Signatory.check(errors, name, function);
		TypedDate typed = TypedDate.in(day, month, year);
		typed.rejectUnread(errors, "day", "signoff.letter.day.wrong");
		if (typed.date().filter(date -> date.isAfter(today)).isPresent()) {
			errors.rejectValue("day", "signoff.letter.day.future");
		}
		if (!"yes".equals(about)) {
			errors.rejectValue("about", "signoff.letter.about.missing");
		}
	}

	/** The day on which it was signed, once it was checked. */
	Optional<LocalDate> signedOn() {
		return TypedDate.in(day, month, year).date();
	}

}
