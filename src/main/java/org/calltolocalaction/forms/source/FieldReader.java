package org.calltolocalaction.forms.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.model.Choices;
import org.calltolocalaction.forms.model.Condition;
import org.calltolocalaction.forms.model.Constraints;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Rules;
import org.calltolocalaction.forms.types.FieldTypes;
import tools.jackson.databind.JsonNode;

/** Reads one question; what form-js would do and the desk does not do yet is refused by name. */
final class FieldReader {

	private static final Pattern KEY = Pattern.compile("\\w+(\\.\\w+)*");

	// Names that conditions have for their surroundings.
	private static final Set<String> RESERVED = Set.of("this", "parent", "i");

	private static final Set<String> COMMON = Set.of("type", "id", "key", "label", "description", "layout",
			"conditional", "properties", "disabled", "readonly", "defaultValue", "validate", "appearance");

	private static final Set<String> COMMON_PROPERTIES = Set.of("requiredWhen", "audience", "name", "missing");

	private final JsonPlace place;

	private final Expressions expressions;

	private final Wordings wordings;

	private final String type;

	FieldReader(JsonPlace place, Expressions expressions, Wordings wordings) {
		this.place = place;
		this.expressions = expressions;
		this.wordings = wordings;
		this.type = place.text("type");
	}

	Field field(String parentPath, Audience inherited) {
		place.allowOnly(with(COMMON, ownMembers()), "member");
		refuse("defaultValue", "valuesExpression", "appearance");
		if (place.has("readonly") && !(place.raw("readonly").isBoolean() && !place.flag("readonly"))) {
			throw place.broken("readonly is not supported yet");
		}
		if (place.flag("serializeToString")) {
			throw place.broken("serializeToString is not supported yet");
		}
		if (type.equals("datetime") && place.has("subtype") && !"date".equals(place.text("subtype"))) {
			throw place.broken("the subtype '" + place.text("subtype") + "' is not supported yet");
		}
		place.requiredText(type.equals("datetime") ? "dateLabel" : "label");
		String path = parentPath + checkedKey(place, place.requiredText("key"));
		CustomProperties properties = new CustomProperties(place, with(COMMON_PROPERTIES, ownProperties()));
		return new Field(place.text("id"), path, FieldTypes.named(type), wordings.of(place), expressions.hide(place),
				place.flag("disabled"), constraints(), rules(properties, inherited), choices());
	}

	static String checkedKey(JsonPlace place, String key) {
		if (!KEY.matcher(key).matches() || RESERVED.contains(key.split("\\.")[0])) {
			throw place.broken("'" + key + "' cannot be a key: it is letters, digits, underscores and dots, and not "
					+ String.join(", ", RESERVED.stream().sorted().toList()));
		}
		return key;
	}

	private Set<String> ownMembers() {
		return switch (type) {
			case "number" -> Set.of("decimalDigits", "increment", "serializeToString");
			case "datetime" -> Set.of("subtype", "dateLabel", "disallowPassedDates");
			case "radio", "checklist", "taglist" -> Set.of("values", "valuesKey", "valuesExpression");
			case "select" -> Set.of("values", "valuesKey", "valuesExpression", "searchable");
			default -> Set.of();
		};
	}

	private Set<String> ownProperties() {
		return switch (type) {
			case "textfield" -> Set.of("format", "autocomplete", "width", "display");
			case "textarea" -> Set.of("format");
			case "number" -> Set.of("autocomplete", "width");
			case "datetime" -> Set.of("notBefore");
			case "checklist", "taglist" -> Set.of("maxChoices");
			default -> Set.of();
		};
	}

	private Set<String> ownConstraints() {
		return switch (type) {
			case "textfield" -> Set.of("required", "minLength", "maxLength", "pattern", "validationType");
			case "textarea" -> Set.of("required", "minLength", "maxLength");
			case "number" -> Set.of("required", "min", "max");
			default -> Set.of("required");
		};
	}

	private Constraints constraints() {
		JsonPlace validate = place.object("validate");
		boolean passed = place.flag("disallowPassedDates");
		if (validate == null) {
			return new Constraints(false, null, null, null, false, null, null, place.wholeNumber("decimalDigits"),
					increment(), passed);
		}
		validate.allowOnly(ownConstraints(), "constraint");
		String kind = validate.text("validationType");
		if (kind != null && !Set.of("", "custom", "email").contains(kind)) {
			throw place.broken("the validationType '" + kind + "' is not supported yet; a pattern can say the same");
		}
		return new Constraints(validate.flag("required"), validate.wholeNumber("minLength"),
				validate.wholeNumber("maxLength"), pattern(validate.text("pattern")), "email".equals(kind),
				validate.number("min"), validate.number("max"), place.wholeNumber("decimalDigits"), increment(),
				passed);
	}

	private BigDecimal increment() {
		BigDecimal increment = place.number("increment");
		if (increment != null && increment.signum() <= 0) {
			throw place.broken("increment must be more than nothing");
		}
		return increment;
	}

	private Pattern pattern(String regex) {
		try {
			return regex == null || regex.isEmpty() ? null : Pattern.compile(regex);
		}
		catch (PatternSyntaxException invalid) {
			throw place.broken("the pattern is no regular expression: " + invalid.getDescription());
		}
	}

	private Rules rules(CustomProperties properties, Audience inherited) {
		Condition requiredWhen = expressions.condition(place, "requiredWhen", properties.text("requiredWhen"));
		Audience audience = properties.audience() == null ? inherited : properties.audience();
		return new Rules(properties.count("maxChoices"), properties.text("notBefore"), requiredWhen, audience,
				properties.format(type), properties.text("autocomplete"), properties.widthClass(),
				properties.isTitle());
	}

	private Choices choices() {
		if (!ownMembers().contains("values")) {
			return null;
		}
		String valuesKey = place.text("valuesKey");
		List<String> values = new ArrayList<>();
		for (JsonNode value : place.list("values")) {
			values.add(value.path("value").asString());
		}
		if (new HashSet<>(values).size() < values.size()) {
			throw place.broken("a value stands twice among its options");
		}
		if ((valuesKey == null) == values.isEmpty()) {
			throw place.broken("options come either from values or from a valuesKey");
		}
		return new Choices(valuesKey, List.copyOf(values));
	}

	private void refuse(String... members) {
		for (String member : members) {
			if (place.has(member)) {
				throw place.broken(member + " is not supported yet");
			}
		}
	}

	private static Set<String> with(Set<String> some, Set<String> more) {
		Set<String> all = new HashSet<>(some);
		all.addAll(more);
		return all;
	}

}
