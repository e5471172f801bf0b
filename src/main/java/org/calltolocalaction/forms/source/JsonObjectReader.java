package org.calltolocalaction.forms.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.calltolocalaction.forms.BrokenForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object of a form, which knows where it stands so that every complaint names
 * the place.
 */
final class JsonObjectReader {

	private final String file;

	private final @Nullable String component;

	private final JsonNode node;

	JsonObjectReader(String file, @Nullable String component, JsonNode node) {
		this.file = file;
		this.component = component;
		this.node = node;
		if (!node.isObject()) {
			throw broken("an object was expected, but found " + node);
		}
	}

	BrokenForm broken(String reason) {
		return new BrokenForm(file, component, reason);
	}

	void allowOnly(Set<String> known, String what) {
		Set<String> unknown = new TreeSet<>();
		node.propertyNames().forEach(unknown::add);
		unknown.removeAll(known);
		if (!unknown.isEmpty()) {
			throw broken("unknown " + what + " " + String.join(", ", unknown) + "; known are "
					+ String.join(", ", new TreeSet<>(known)));
		}
	}

	boolean has(String name) {
		return node.has(name) && !node.get(name).isNull();
	}

	JsonNode raw(String name) {
		return node.get(name);
	}

	@Nullable String text(String name) {
		if (!has(name)) {
			return null;
		}
		if (!node.get(name).isString()) {
			throw broken(name + " must be a string, but is " + node.get(name));
		}
		return node.get(name).stringValue();
	}

	String requiredText(String name) {
		String text = text(name);
		if (text == null || text.isBlank()) {
			throw broken(name + " is missing");
		}
		return text;
	}

	boolean flag(String name) {
		if (!has(name)) {
			return false;
		}
		if (!node.get(name).isBoolean()) {
			throw broken(name + " must be true or false, but is " + node.get(name));
		}
		return node.get(name).booleanValue();
	}

	boolean isExpression(String name) {
		return has(name) && node.get(name).isString() && Expressions.isExpression(node.get(name).stringValue());
	}

	@Nullable Integer wholeNumber(String name) {
		BigDecimal number = number(name);
		try {
			return number == null ? null : number.intValueExact();
		}
		catch (ArithmeticException notWhole) {
			throw broken(name + " must be a whole number, but is " + number);
		}
	}

	@Nullable BigDecimal number(String name) {
		if (!has(name)) {
			return null;
		}
		JsonNode value = node.get(name);
		try {
			return new BigDecimal(value.isString() ? value.stringValue() : value.toString());
		}
		catch (NumberFormatException notANumber) {
			throw broken(name + " must be a number, but is " + value);
		}
	}

	@Nullable JsonObjectReader object(String name) {
		return has(name) ? new JsonObjectReader(file, component, node.get(name)) : null;
	}

	List<JsonNode> list(String name) {
		List<JsonNode> entries = new ArrayList<>();
		if (has(name)) {
			if (!node.get(name).isArray()) {
				throw broken(name + " must be a list, but is " + node.get(name));
			}
			node.get(name).forEach(entries::add);
		}
		return entries;
	}

}
