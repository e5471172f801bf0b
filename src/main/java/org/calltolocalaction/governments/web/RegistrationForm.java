package org.calltolocalaction.governments.web;

import org.calltolocalaction.governments.standing.AnswerCoordinators;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * What a member tells the coordinators of their government, as it was typed.
 *
 * @param file stays empty: what is wrong with the letter is said there
 */
record RegistrationForm(@As(Text.PROSE) String words, @As(Text.IDENTIFIER) String file) {

	static RegistrationForm empty() {
		return new RegistrationForm("", "");
	}

	void check(Errors errors, boolean fileSent) {
		if (!StringUtils.hasText(words) && !fileSent) {
			errors.rejectValue("words", "standing.answer.missing");
		}
		else if (words != null && words.length() > AnswerCoordinators.LONGEST_ANSWER) {
			errors.rejectValue("words", "standing.answer.long", new Object[] { AnswerCoordinators.LONGEST_ANSWER },
					null);
		}
	}

}
