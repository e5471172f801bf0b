package org.calltolocalaction.coordination.web.edition;

import java.util.Arrays;
import java.util.Optional;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.validation.Errors;

/** Which milder rule a coordinator chose for an open call. */
record SignOffRuleForm(@As(Text.CHOICE) String rule) {

	/** The rule of this name; nothing where there is none. */
	static Optional<SignOffRule> of(String name) {
		return Arrays.stream(SignOffRule.values()).filter(rule -> rule.name().equals(name)).findFirst();
	}

	Optional<SignOffRule> chosen() {
		return of(rule);
	}

	void check(Errors errors) {
		if (chosen().isEmpty()) {
			errors.rejectValue("rule", "coordination.open.sign-off.wrong");
		}
	}

}
