package org.calltolocalaction.forms.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.Question;
import org.calltolocalaction.forms.model.ReadableAnswers;
import org.calltolocalaction.forms.model.Repeated;
import org.calltolocalaction.forms.types.DateType;
import org.calltolocalaction.forms.types.FieldTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what stands in a form, and what holds other things; every reason that a form is
 * refused for is said here.
 */
final class ComponentReader {

	private static final Map<String, String> NOT_ON_A_SERVER = Map.of("image",
			"pages load nothing from elsewhere, and a form has no place for pictures of its own", "iframe",
			"pages show nothing from elsewhere, which would see who fills in the form", "button",
			"the page has its own buttons, which know what is saved and what is submitted");

	private static final Set<String> CONTAINER = Set.of("type", "id", "label", "layout", "conditional", "properties",
			"path", "components", "showOutline", "verticalAlignment");

	private static final Set<String> LIST = Set.of("type", "id", "label", "layout", "conditional", "properties", "path",
			"components", "showOutline", "verticalAlignment", "isRepeating", "defaultRepetitions", "allowAddRemove",
			"disableCollapse", "nonCollapsedItems");

	private final String file;

	private final Expressions expressions;

	private final ComponentTextsReader wordings;

	private final StaticContentReader stills;

	private final Set<String> ids = new HashSet<>();

	private final Set<String> outspoken = new HashSet<>();

	private final List<Runnable> atTheEnd = new ArrayList<>();

	ComponentReader(String file, Expressions expressions, ComponentTextsReader wordings) {
		this.file = file;
		this.expressions = expressions;
		this.wordings = wordings;
		this.stills = new StaticContentReader(file, expressions, wordings);
	}

	/** Reads everything, and then checks what only shows when everything is read. */
	List<Component> all(JsonObjectReader root) {
		List<Component> components = components(root, "", new AnswerPaths(), null);
		atTheEnd.forEach(Runnable::run);
		new Quotations(file, ReadableAnswers.audiences(components)).check(components, outspoken);
		return components;
	}

	private List<Component> components(JsonObjectReader parent, String path, AnswerPaths places,
			@Nullable Audience audience) {
		List<Component> components = new ArrayList<>();
		for (JsonNode node : parent.list("components")) {
			String id = node.path("id").asString("");
			JsonObjectReader place = new JsonObjectReader(file, id.isEmpty() ? "?" : id, node);
			components.add(component(place, path, places, audience));
		}
		return components;
	}

	private Component component(JsonObjectReader place, String path, AnswerPaths places, @Nullable Audience audience) {
		String id = place.requiredText("id");
		if (!id.matches("[A-Za-z]\\w*")) {
			throw place.broken("an id is letters, digits and underscores, because links lead to it");
		}
		if (!ids.add(id)) {
			throw place.broken("this id stands twice in the form");
		}
		String type = place.requiredText("type");
		if (NOT_ON_A_SERVER.containsKey(type)) {
			throw place.broken("the type '" + type + "' is not supported: " + NOT_ON_A_SERVER.get(type));
		}
		return switch (type) {
			case "group" -> group(place, CONTAINER, path, places, audience);
			case "dynamiclist" -> place.flag("isRepeating") ? repeated(place, path, places, audience)
					: group(place, LIST, path, places, audience);
			case "text", "html" -> {
				CustomProperties properties = new CustomProperties(place, Set.of("requireOneOf", "missing"));
				later(place, places, properties.list("requireOneOf"));
				yield stills.prose(place, properties.list("requireOneOf"));
			}
			case "table" -> stills.table(place);
			case "spacer", "separator" -> stills.gap(place);
			case "expression" -> {
				places.take(place, path + stills.key(place), null);
				JsonObjectReader properties = place.object("properties");
				if (properties != null && properties.has("audience")) {
					outspoken.add(id);
				}
				yield stills.computed(place, audience);
			}
			default -> question(place, type, path, places, audience);
		};
	}

	private Question question(JsonObjectReader place, String type, String path, AnswerPaths places,
			@Nullable Audience audience) {
		if (!FieldTypes.names().contains(type)) {
			throw place.broken("the type '" + type + "' is unknown");
		}
		Question question = new QuestionReader(place, expressions, wordings).question(audience);
		places.take(place, path + question.key(), question.type());
		String other = question.rules().notBefore();
		atTheEnd.add(() -> {
			if (other != null && !(places.type(other) instanceof DateType)) {
				throw place.broken("notBefore names no date of this form: " + other);
			}
		});
		return question;
	}

	private Group group(JsonObjectReader place, Set<String> members, String path, AnswerPaths places,
			@Nullable Audience audience) {
		place.allowOnly(members, "member");
		CustomProperties properties = new CustomProperties(place,
				Set.of("requireOneOf", "missing", "audience", "name"));
		place.requiredText("label");
		String below = place.text("path") == null ? "" : place.text("path");
		String inside = below.isEmpty() ? path : path + QuestionReader.checkedKey(place, below) + ".";
		List<String> requireOneOf = properties.list("requireOneOf");
		later(place, places, requireOneOf);
		String id = place.requiredText("id");
		atTheEnd.add(() -> {
			if (places.isIdTaken(id)) {
				throw place.broken("a field's key is the same as this group's id");
			}
		});
		return new Group(id, below, wordings.of(place), expressions.hide(place), Layouts.of(place),
				components(place, inside, places, properties.audience(audience)), requireOneOf);
	}

	private Repeated repeated(JsonObjectReader place, String path, AnswerPaths places, @Nullable Audience audience) {
		place.allowOnly(LIST, "member");
		CustomProperties properties = new CustomProperties(place,
				Set.of("audience", "name", "row", "add", "remove", "hint"));
		place.requiredText("label");
		String below = QuestionReader.checkedKey(place, place.requiredText("path"));
		places.take(place, path + below, null);
		Integer rows = place.wholeNumber("defaultRepetitions");
		if (rows != null && (rows < 0 || rows > Repeated.MOST_ROWS)) {
			throw place.broken("defaultRepetitions must be between 0 and " + Repeated.MOST_ROWS + ", but is " + rows);
		}
		Audience own = properties.requiredAudience(audience);
		List<Component> inside = components(place, "", places.ofRow(), own);
		if (Form.all(inside).stream().anyMatch(ComponentReader::asksForFiles)) {
			throw place.broken("files cannot be asked for in rows: a row that is removed would leave them behind");
		}
		return new Repeated(place.requiredText("id"), below, wordings.of(place), expressions.hide(place),
				Layouts.of(place), inside, own, rows == null ? 1 : rows, place.flag("allowAddRemove"));
	}

	private static boolean asksForFiles(Component component) {
		return component instanceof Question question && !question.type().isTyped();
	}

	private void later(JsonObjectReader place, AnswerPaths places, List<String> paths) {
		atTheEnd.add(() -> paths.forEach(path -> {
			if (places.type(path) == null) {
				throw place.broken("requireOneOf names no field of this form: " + path);
			}
		}));
	}

}
