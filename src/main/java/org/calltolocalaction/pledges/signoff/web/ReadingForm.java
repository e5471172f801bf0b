package org.calltolocalaction.pledges.signoff.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.signoff.GiveSignOff.Said;
import org.calltolocalaction.pledges.signoff.SignOffKind;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * What a reader of a draft says, as it was typed.
 *
 * @param read the hash of the text that stood on the page
 */
record ReadingForm(@As(Text.CHOICE) String kind, @As(Text.NAME) String name, @As(Text.NAME) String function,
		@As(Text.PROSE) String comment, @As(Text.IDENTIFIER) String read) {

	/** Some pages; what is longer is better a file. */
	static final int LONGEST_COMMENT = 5_000;

	/** Nothing is chosen yet. */
	static ReadingForm empty() {
		return new ReadingForm("", "", "", "", "");
	}

	/** The same, to be decided anew upon another text. */
	ReadingForm undecided() {
		return new ReadingForm("", name, function, comment, "");
	}

	private Optional<SignOffKind> chosen() {
		return Stream.of(SignOffKind.APPROVED, SignOffKind.CHANGES_ASKED)
			.filter(one -> one.name().equals(kind))
			.findFirst();
	}

	void check(Errors errors) {
		if (chosen().isEmpty()) {
			errors.rejectValue("kind", "signoff.read.kind.missing");
		}
		Signatory.check(errors, name, function);
		if (chosen().filter(one -> one == SignOffKind.CHANGES_ASKED).isPresent() && !StringUtils.hasText(comment)) {
			errors.rejectValue("comment", "signoff.read.comment.missing");
		}
		else if (comment != null && comment.length() > LONGEST_COMMENT) {
			errors.rejectValue("comment", "signoff.read.comment.long", new Object[] { LONGEST_COMMENT }, null);
		}
	}

	/** What was said, once it was checked. */
	Said said() {
		return new Said(chosen().orElseThrow(), name, function, comment == null ? "" : comment,
				read == null ? "" : read);
	}

}
