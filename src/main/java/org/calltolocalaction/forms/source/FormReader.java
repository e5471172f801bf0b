package org.calltolocalaction.forms.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.BrokenForm;
import org.calltolocalaction.forms.FeelExpressions;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.Prose;
import org.calltolocalaction.forms.types.DateType;
import org.calltolocalaction.forms.types.FieldTypes;
import org.calltolocalaction.forms.view.Paragraphs;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a whole form; whatever is wrong with it is said at start and not to the first person who fills it in. */
public final class FormReader {

	private static final JsonMapper JSON = JsonMapper.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build();

	private static final int SCHEMA_VERSION = 16;

	private static final Set<String> ROOT_MEMBERS = Set.of("type", "id", "schemaVersion", "executionPlatform",
			"executionPlatformVersion", "exporter", "components");

	private static final Set<String> LATER = Set.of("html", "image", "dynamiclist", "table", "iframe", "expression",
			"spacer", "separator", "button");

	private final FormFile file;

	private final Expressions expressions;

	private final Wordings wordings;

	private final Set<String> ids = new HashSet<>();

	private final Set<String> places = new LinkedHashSet<>();

	private FormReader(FormFile file, FeelExpressions feel) {
		this.file = file;
		this.expressions = new Expressions(feel);
		this.wordings = new Wordings(file);
	}

	/** The form that a file describes. */
	public static Form read(FormFile file, FeelExpressions feel) {
		return new FormReader(file, feel).form();
	}

	private Form form() {
		JsonPlace root = new JsonPlace(file.name(), null, tree());
		root.allowOnly(ROOT_MEMBERS, "member");
		if (!"default".equals(root.text("type"))) {
			throw root.broken("type must be 'default', but is '" + root.text("type") + "'");
		}
		Integer version = root.wholeNumber("schemaVersion");
		if (version == null || version != SCHEMA_VERSION) {
			throw root.broken("schemaVersion must be " + SCHEMA_VERSION + ", but is " + version);
		}
		String id = root.requiredText("id");
		if (!file.name().endsWith("/" + id + ".form")) {
			throw root.broken("the form's id '" + id + "' must be the name of its file");
		}
		root.requiredText("executionPlatform");
		root.requiredText("executionPlatformVersion");
		List<Component> components = components(root, "", null);
		Form form = Form.of(id, components, wordings.keys());
		checkReferences(form, components);
		return form;
	}

	private JsonNode tree() {
		try {
			return JSON.readTree(file.json());
		}
		catch (JacksonException notJson) {
			throw new BrokenForm(file.name(), null, "is not JSON: " + notJson.getOriginalMessage());
		}
	}

	private List<Component> components(JsonPlace parent, String path, Audience audience) {
		List<Component> components = new ArrayList<>();
		for (JsonNode node : parent.list("components")) {
			String id = node.path("id").asString("");
			components.add(component(new JsonPlace(file.name(), id.isEmpty() ? "?" : id, node), path, audience));
		}
		return components;
	}

	private Component component(JsonPlace place, String path, Audience audience) {
		String id = place.requiredText("id");
		if (!id.matches("[A-Za-z]\\w*")) {
			throw place.broken("an id is letters, digits and underscores, because links lead to it");
		}
		if (!ids.add(id)) {
			throw place.broken("this id stands twice in the form");
		}
		String type = place.requiredText("type");
		if (type.equals("group")) {
			return group(place, path, audience);
		}
		if (type.equals("text")) {
			return prose(place);
		}
		if (FieldTypes.names().contains(type)) {
			Field field = new FieldReader(place, expressions, wordings).field(path, audience);
			addPlace(place, field.path());
			return field;
		}
		throw place.broken(LATER.contains(type) ? "the type '" + type + "' is not supported yet"
				: "the type '" + type + "' is unknown");
	}

	private Group group(JsonPlace place, String path, Audience audience) {
		place.allowOnly(Set.of("type", "id", "label", "layout", "conditional", "properties", "path", "components",
				"showOutline", "verticalAlignment"), "member");
		CustomProperties properties = new CustomProperties(place, Set.of("requireOneOf", "missing", "audience"));
		place.requiredText("label");
		String below = place.text("path");
		String childPath = below == null || below.isEmpty() ? path : path + FieldReader.checkedKey(place, below) + ".";
		Audience own = properties.audience();
		List<Component> components = components(place, childPath, own == null ? audience : own);
		return new Group(place.text("id"), wordings.of(place), expressions.hide(place), components,
				properties.list("requireOneOf"));
	}

	private Prose prose(JsonPlace place) {
		place.allowOnly(Set.of("type", "id", "label", "layout", "conditional", "properties", "text"), "member");
		CustomProperties properties = new CustomProperties(place, Set.of("requireOneOf", "missing"));
		if (!Paragraphs.canDraw(place.requiredText("text"))) {
			throw place.broken("only paragraphs and lists with stars are supported yet in a text");
		}
		return new Prose(place.text("id"), wordings.of(place), expressions.hide(place),
				properties.list("requireOneOf"));
	}

	// Two answers at one place, or one inside the other, would overwrite each other.
	private void addPlace(JsonPlace place, String path) {
		for (String other : places) {
			if (other.equals(path) || other.startsWith(path + ".") || path.startsWith(other + ".")) {
				throw place.broken("its answer would stand at '" + path + "', where that of '" + other + "' stands");
			}
		}
		places.add(path);
	}

	private void checkReferences(Form form, List<Component> components) {
		for (Component component : components) {
			if (component instanceof Group group) {
				checkAlternatives(group.id(), group.requireOneOf());
				checkReferences(form, group.components());
				if (places.stream().anyMatch(path -> path.replace('.', '-').equals(group.id()))) {
					throw new BrokenForm(file.name(), group.id(), "a field's key is the same as this group's id");
				}
			}
			else if (component instanceof Prose prose) {
				checkAlternatives(prose.id(), prose.requireOneOf());
			}
			else if (component instanceof Field field && field.rules().notBefore() != null) {
				String other = field.rules().notBefore();
				if (!places.contains(other) || !(form.field(other).type() instanceof DateType)) {
					throw new BrokenForm(file.name(), field.id(), "notBefore names no date of this form: " + other);
				}
			}
		}
	}

	private void checkAlternatives(String id, List<String> paths) {
		for (String path : paths) {
			if (!places.contains(path)) {
				throw new BrokenForm(file.name(), id, "requireOneOf names no field of this form: " + path);
			}
		}
	}

}
