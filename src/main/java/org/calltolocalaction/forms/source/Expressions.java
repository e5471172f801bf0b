package org.calltolocalaction.forms.source;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.FeelExpressions;
import org.calltolocalaction.forms.FeelExpressions.InvalidExpression;
import org.calltolocalaction.forms.expression.Condition;
import org.calltolocalaction.forms.expression.Formula;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of a form. */
final class Expressions {

	// Camunda's FEEL engine and the one in form-js read regular expressions differently.
	private static final Pattern BANNED = Pattern.compile("\\bmatches\\s*\\(");

	private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

	private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

	private final FeelExpressions feel;

	Expressions(FeelExpressions feel) {
		this.feel = feel;
	}

	/** Whether an author meant a text as an expression. */
	static boolean isExpression(@Nullable String text) {
		return text != null && text.startsWith("=");
	}

	Condition hide(JsonObjectReader place) {
		JsonObjectReader conditional = place.object("conditional");
		if (conditional == null) {
			return Condition.NEVER;
		}
		conditional.allowOnly(Set.of("hide"), "condition");
		return condition(place, "conditional.hide", conditional.text("hide"));
	}

	Condition readonly(JsonObjectReader place) {
		if (!place.has("readonly") || place.raw("readonly").isBoolean()) {
			return place.flag("readonly") ? Condition.ALWAYS : Condition.NEVER;
		}
		return condition(place, "readonly", place.text("readonly"));
	}

	Condition condition(JsonObjectReader place, String name, @Nullable String text) {
		return text == null || text.isBlank() ? Condition.NEVER : new Condition(formula(place, name, text));
	}

	/** An expression that has to be one, with the {@code =} before it. */
	Formula formula(JsonObjectReader place, String name, @Nullable String text) {
		if (text == null || !isExpression(text)) {
			throw place.broken(name + " must begin with =, but is: " + text);
		}
		return bare(place, name, text.substring(1));
	}

	/** An expression without its {@code =}, as templates hold it. */
	Formula bare(JsonObjectReader place, String name, String text) {
		String expression = text.strip();
		String words = QUOTED.matcher(expression).replaceAll("");
		if (BANNED.matcher(words).find()) {
			throw place.broken(name + " uses matches(), which FEEL engines read differently");
		}
		try {
			Set<String> names = NAME.matcher(words).results().map(found -> found.group()).collect(Collectors.toSet());
			return new Formula(feel.parse(expression), names);
		}
		catch (InvalidExpression invalid) {
			throw place.broken(name + " is not FEEL: " + invalid.getMessage());
		}
	}

}
