package org.calltolocalaction.forms.source;

import java.util.List;
import java.util.Set;
import org.calltolocalaction.forms.BrokenForm;
import org.calltolocalaction.forms.FeelExpressions;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.Form;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a whole form; whatever is wrong with it is said at start and not to the first
 * person who fills it in.
 */
public final class FormReader {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final int SCHEMA_VERSION = 16;

	private static final Set<String> ROOT_MEMBERS = Set.of("type", "id", "schemaVersion", "executionPlatform",
			"executionPlatformVersion", "exporter", "components");

	private final FormFile file;

	private final Expressions expressions;

	private final ComponentTextsReader wordings;

	private FormReader(FormFile file, FeelExpressions feel) {
		this.file = file;
		this.expressions = new Expressions(feel);
		this.wordings = new ComponentTextsReader(file, expressions);
	}

	/** The form that a file describes. */
	public static Form read(FormFile file, FeelExpressions feel) {
		return new FormReader(file, feel).form();
	}

	private Form form() {
		JsonObjectReader root = new JsonObjectReader(file.name(), null, tree());
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
		List<Component> components = new ComponentReader(file.name(), expressions, wordings).all(root);
		return Form.of(id, components, wordings.keys());
	}

	private JsonNode tree() {
		try {
			return JSON.readTree(file.json());
		}
		catch (JacksonException notJson) {
			throw new BrokenForm(file.name(), null, "is not JSON: " + notJson.getOriginalMessage());
		}
	}

}
