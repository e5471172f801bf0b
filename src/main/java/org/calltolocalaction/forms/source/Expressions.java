package org.calltolocalaction.forms.source;

import java.util.Set;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.FeelExpressions;
import org.calltolocalaction.forms.FeelExpressions.InvalidExpression;
import org.calltolocalaction.forms.model.Condition;

/** Reads the conditions of a form. */
final class Expressions {

	// Camunda's FEEL engine and the one in form-js read regular expressions differently.
	private static final Pattern BANNED = Pattern.compile("\\bmatches\\s*\\(");

	private final FeelExpressions feel;

	Expressions(FeelExpressions feel) {
		this.feel = feel;
	}

	Condition hide(JsonPlace place) {
		JsonPlace conditional = place.object("conditional");
		if (conditional == null) {
			return Condition.NEVER;
		}
		conditional.allowOnly(Set.of("hide"), "condition");
		return condition(place, "conditional.hide", conditional.text("hide"));
	}

	Condition condition(JsonPlace place, String name, String text) {
		if (text == null || text.isBlank()) {
			return Condition.NEVER;
		}
		if (!text.startsWith("=")) {
			throw place.broken(name + " must begin with =, but is: " + text);
		}
		String expression = text.substring(1).strip();
		if (BANNED.matcher(expression).find()) {
			throw place.broken(name + " uses matches(), which FEEL engines read differently");
		}
		try {
			return new Condition(feel.parse(expression));
		}
		catch (InvalidExpression invalid) {
			throw place.broken(name + " is not FEEL: " + invalid.getMessage());
		}
	}

}
