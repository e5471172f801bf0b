package org.calltolocalaction.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.calltolocalaction.forms.source.FormFile;
import org.calltolocalaction.forms.source.FormFiles;
import org.calltolocalaction.kernel.text.Languages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the forms say in each language, by the form and the key of the translation:
 * English stands in the form itself.
 */
final class FormTexts {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private FormTexts() {
	}

	/** Form and key → language → text, in the order of the form. */
	static Map<String, Map<Locale, String>> all() {
		Map<String, Map<Locale, String>> all = new LinkedHashMap<>();
		FormFiles.under("forms").forEach(form -> gather(form, all));
		return all;
	}

	private static void gather(FormFile form, Map<String, Map<Locale, String>> all) {
		Map<String, String> spanish = form.translations().get(Languages.SPANISH.getLanguage());
		Map<String, String> french = form.translations().get(Languages.FRENCH.getLanguage());
		strings(JSON.readTree(form.json()), "", (key, english) -> {
			// What is translated is what people read.
			if (spanish.containsKey(key)) {
				all.put(form.name() + " " + key, Map.of(Languages.ENGLISH, english, Languages.SPANISH, spanish.get(key),
						Languages.FRENCH, french.get(key)));
			}
		});
	}

	private static void strings(JsonNode node, String component, BiConsumer<String, String> found) {
		String id = node.path("id").isString() ? node.get("id").stringValue() + "." : component;
		for (Map.Entry<String, JsonNode> member : node.properties()) {
			String name = member.getKey();
			if (member.getValue().isString()) {
				found.accept(id + name, member.getValue().stringValue());
			}
			else if (name.equals("values")) {
				member.getValue()
					.forEach(option -> found.accept(id + "values." + option.get("value").stringValue(),
							option.get("label").stringValue()));
			}
			else {
				below(member.getValue()).forEach(child -> strings(child, id, found));
			}
		}
	}

	private static Iterable<JsonNode> below(JsonNode node) {
		return node.isArray() ? node : List.of(node);
	}

}
