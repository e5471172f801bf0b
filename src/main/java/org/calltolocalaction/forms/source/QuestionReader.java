package org.calltolocalaction.forms.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.expression.Condition;
import org.calltolocalaction.forms.expression.Formula;
import org.calltolocalaction.forms.expression.PlainValues;
import org.calltolocalaction.forms.model.Choices;
import org.calltolocalaction.forms.model.Constraints;
import org.calltolocalaction.forms.model.Constraints.TextKind;
import org.calltolocalaction.forms.model.FieldType;
import org.calltolocalaction.forms.model.Limits;
import org.calltolocalaction.forms.model.Question;
import org.calltolocalaction.forms.model.Rules;
import org.calltolocalaction.forms.types.FieldTypes;
import org.calltolocalaction.forms.types.TimeFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one question; what form-js does not know is refused by name, for it may be
 * misspelt.
 */
final class QuestionReader {

	// No step is a number: those are the rows of lists.
	private static final Pattern KEY = Pattern.compile("\\w*[A-Za-z_]\\w*(\\.\\w*[A-Za-z_]\\w*)*");

	// Names that conditions have for their surroundings.
	private static final Set<String> RESERVED = Set.of("this", "parent", "i");

	private static final Set<String> COMMON = Set.of("type", "id", "key", "label", "description", "layout",
			"conditional", "properties", "disabled", "readonly", "defaultValue", "validate");

	private static final Set<String> COMMON_PROPERTIES = Set.of("requiredWhen", "audience", "name", "missing");

	// What form-js takes for a textfield; it keeps custom properties and has no files of
	// its own.
	private static final String UPLOAD = "upload";

	private final JsonObjectReader place;

	private final Expressions expressions;

	private final ComponentTextsReader wordings;

	private final String type;

	QuestionReader(JsonObjectReader place, Expressions expressions, ComponentTextsReader wordings) {
		this.place = place;
		this.expressions = expressions;
		this.wordings = wordings;
		this.type = asksForFiles(place) ? UPLOAD : place.requiredText("type");
	}

	Question question(@Nullable Audience inherited) {
		place.allowOnly(with(COMMON, ownMembers()), "member");
		String key = checkedKey(place, place.requiredText("key"));
		if (place.has("disabled") && !place.raw("disabled").isBoolean()) {
			throw place.broken("disabled must be true or false; what depends on answers is readonly or hidden");
		}
		CustomProperties properties = new CustomProperties(place, with(COMMON_PROPERTIES, ownProperties()));
		JsonObjectReader appearance = place.object("appearance");
		if (appearance != null) {
			appearance.allowOnly(Set.of("prefixAdorner", "suffixAdorner"), "member of appearance");
		}
		FieldType kind = kind(properties);
		return new Question(place.requiredText("id"), key, kind, wordings.of(place), expressions.hide(place),
				Layouts.of(place), place.flag("disabled"), expressions.readonly(place), limits(),
				rules(properties, inherited), choices(), initial(kind));
	}

	private static boolean asksForFiles(JsonObjectReader place) {
		JsonObjectReader properties = place.object("properties");
		return place.requiredText("type").equals("textfield") && properties != null && properties.has(UPLOAD);
	}

	private FieldType kind(CustomProperties properties) {
		if (type.equals(UPLOAD)) {
			place.requiredText("label");
			return FieldTypes.upload(properties.mostFiles(), properties.offeredFiles());
		}
		if (type.equals("number") && place.flag("serializeToString")) {
			place.requiredText("label");
			return FieldTypes.numberAsText();
		}
		if (!type.equals("datetime")) {
			place.requiredText("label");
			return FieldTypes.named(type);
		}
		String subtype = place.text("subtype") == null ? "date" : place.text("subtype");
		place.requiredText(subtype.equals("time") ? "timeLabel" : "dateLabel");
		return switch (subtype) {
			case "date" -> FieldTypes.named(type);
			case "time" -> FieldTypes.time(interval(), timeFormat());
			case "datetime" -> FieldTypes.dateAndTime(interval(), timeFormat());
			default -> throw place.broken("the subtype '" + subtype + "' is unknown");
		};
	}

	private int interval() {
		Integer interval = place.wholeNumber("timeInterval");
		if (interval != null && (interval < 1 || interval > 720)) {
			throw place.broken("timeInterval must be between 1 and 720 minutes, but is " + interval);
		}
		return interval == null ? 1 : interval;
	}

	private TimeFormat timeFormat() {
		String format = place.text("timeSerializingFormat");
		for (TimeFormat known : TimeFormat.values()) {
			if (format == null || known.name().toLowerCase(Locale.ROOT).equals(format)) {
				return known;
			}
		}
		throw place
			.broken("timeSerializingFormat must be no_timezone, utc_offset or utc_normalized, but is '" + format + "'");
	}

	static String checkedKey(JsonObjectReader place, String key) {
		if (!KEY.matcher(key).matches() || RESERVED.contains(key.split("\\.")[0])) {
			throw place.broken("'" + key + "' cannot be a key: it is letters, digits, underscores and dots, and not "
					+ String.join(", ", RESERVED.stream().sorted().toList()));
		}
		return key;
	}

	private Set<String> ownMembers() {
		return switch (type) {
			case "number" -> Set.of("decimalDigits", "increment", "serializeToString", "appearance");
			case "textfield" -> Set.of("appearance");
			case "datetime" -> Set.of("subtype", "dateLabel", "timeLabel", "disallowPassedDates", "timeInterval",
					"timeSerializingFormat", "use24h");
			case "radio", "checklist", "taglist" -> Set.of("values", "valuesKey", "valuesExpression");
			case "select" -> Set.of("values", "valuesKey", "valuesExpression", "searchable");
			default -> Set.of();
		};
	}

	private Set<String> ownProperties() {
		return switch (type) {
			case "textfield" -> Set.of("format", "example", "autocomplete", "width", "display");
			case UPLOAD -> Set.of(UPLOAD, "maxFiles", "accept");
			case "textarea" -> Set.of("format");
			case "number" -> Set.of("autocomplete", "width");
			case "datetime" -> Set.of("notBefore", "notFutureWhen", "future");
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

	private Limits limits() {
		JsonObjectReader validate = place.object("validate");
		boolean passed = place.flag("disallowPassedDates");
		if (validate == null) {
			return new Limits(new Constraints(false, null, null, null, TextKind.ANY, null, null,
					place.wholeNumber("decimalDigits"), increment(), passed), Map.of());
		}
		validate.allowOnly(ownConstraints(), "constraint");
		Map<String, Formula> computed = new HashMap<>();
		for (String limit : List.of("min", "max", "minLength", "maxLength")) {
			if (validate.isExpression(limit)) {
				computed.put(limit, expressions.formula(place, limit, validate.text(limit)));
			}
		}
		Constraints fixed = new Constraints(validate.flag("required"),
				computed.containsKey("minLength") ? null : validate.wholeNumber("minLength"),
				computed.containsKey("maxLength") ? null : validate.wholeNumber("maxLength"),
				pattern(validate.text("pattern")), textKind(validate.text("validationType")),
				computed.containsKey("min") ? null : validate.number("min"),
				computed.containsKey("max") ? null : validate.number("max"), place.wholeNumber("decimalDigits"),
				increment(), passed);
		return new Limits(fixed, Map.copyOf(computed));
	}

	private TextKind textKind(@Nullable String kind) {
		if (kind == null || kind.isEmpty() || kind.equals("custom")) {
			return TextKind.ANY;
		}
		return switch (kind) {
			case "email" -> TextKind.EMAIL;
			case "phone" -> TextKind.PHONE;
			default -> throw place.broken("the validationType '" + kind + "' is unknown");
		};
	}

	private @Nullable BigDecimal increment() {
		BigDecimal increment = place.number("increment");
		if (increment != null && increment.signum() <= 0) {
			throw place.broken("increment must be more than nothing");
		}
		return increment;
	}

	private @Nullable Pattern pattern(@Nullable String regex) {
		try {
			return regex == null || regex.isEmpty() ? null : Pattern.compile(regex);
		}
		catch (PatternSyntaxException invalid) {
			throw place.broken("the pattern is no regular expression: " + invalid.getDescription());
		}
	}

	private Rules rules(CustomProperties properties, @Nullable Audience inherited) {
		Condition requiredWhen = expressions.condition(place, "requiredWhen", properties.text("requiredWhen"));
		Audience audience = properties.requiredAudience(inherited);
		return new Rules(properties.count("maxChoices"), properties.text("notBefore"), notFutureWhen(properties),
				requiredWhen, audience, properties.format(type), properties.text("autocomplete"),
				properties.widthClass(), properties.isTitle());
	}

	private Condition notFutureWhen(CustomProperties properties) {
		String condition = properties.text("notFutureWhen");
		if (condition != null && !"date".equals(place.text("subtype"))) {
			throw place.broken("notFutureWhen is for dates without a time of day: give the subtype date");
		}
		return expressions.condition(place, "notFutureWhen", condition);
	}

	private @Nullable Choices choices() {
		if (!ownMembers().contains("values")) {
			return null;
		}
		String valuesKey = place.text("valuesKey");
		String valuesExpression = place.text("valuesExpression");
		List<String> values = new ArrayList<>();
		for (JsonNode value : place.list("values")) {
			values.add(value.path("value").asString());
		}
		if (new HashSet<>(values).size() < values.size()) {
			throw place.broken("a value stands twice among its options");
		}
		long sources = Stream.of(valuesKey != null, valuesExpression != null, !values.isEmpty())
			.filter(given -> given)
			.count();
		if (sources != 1) {
			throw place.broken("options come either from values, from a valuesKey or from a valuesExpression");
		}
		return new Choices(valuesKey, List.copyOf(values),
				valuesExpression == null ? null : expressions.formula(place, "valuesExpression", valuesExpression));
	}

	// What an author has standing there must be something that a person could have
	// answered.
	private @Nullable Object initial(FieldType kind) {
		if (!place.has("defaultValue")) {
			return null;
		}
		JsonNode node = place.raw("defaultValue");
		Object value = node.isString() ? node.stringValue()
				: node.isBoolean() ? (Object) node.booleanValue()
						: node.isNumber() ? PlainValues.value(node.decimalValue())
								: node.isArray() ? node.valueStream().map(entry -> entry.asString("")).toList() : null;
		if (value == null || !kind.accepts(value)) {
			throw place.broken("defaultValue is nothing that could be answered here: " + node);
		}
		return "".equals(value) || List.of().equals(value) ? null : value;
	}

	private static Set<String> with(Set<String> some, Set<String> more) {
		Set<String> all = new HashSet<>(some);
		all.addAll(more);
		return all;
	}

}
