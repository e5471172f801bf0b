package org.calltolocalaction.pledges.signoff.web;

import org.calltolocalaction.kernel.address.Links;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * Checks the name and the function of who approves. Both are read in emails by others,
 * who must not be led anywhere by them.
 */
final class Signatory {

	/** As much as the table of them holds. */
	static final int LONGEST = 200;

	private Signatory() {
	}

	static void check(Errors errors, String name, String function) {
		checkOne(errors, "name", name);
		checkOne(errors, "function", function);
	}

	private static void checkOne(Errors errors, String field, String typed) {
		if (!StringUtils.hasText(typed)) {
			errors.rejectValue(field, field.equals("name") ? "signoff.name.missing" : "signoff.function.missing");
		}
		else if (typed.length() > LONGEST) {
			errors.rejectValue(field, field.equals("name") ? "signoff.name.long" : "signoff.function.long",
					new Object[] { LONGEST }, null);
		}
		else if (Links.in(typed)) {
			errors.rejectValue(field, field.equals("name") ? "signoff.name.link" : "signoff.function.link");
		}
	}

}
