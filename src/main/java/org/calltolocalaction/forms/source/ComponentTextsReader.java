package org.calltolocalaction.forms.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.expression.Phrase;
import org.calltolocalaction.forms.expression.Scope;
import org.calltolocalaction.forms.model.ComponentTexts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gathers what a component says, in all languages; a text's key is the component's id and
 * the member's name.
 */
final class ComponentTextsReader {

	private static final List<String> MEMBERS = List.of("label", "dateLabel", "timeLabel", "description", "text",
			"content");

	private static final List<String> PROPERTIES = List.of("name", "missing", "future", "example", "row", "add",
			"remove", "hint");

	private static final List<String> ADORNERS = List.of("prefixAdorner", "suffixAdorner");

	private final FormFile file;

	private final Expressions expressions;

	private final Set<String> keys = new HashSet<>();

	ComponentTextsReader(FormFile file, Expressions expressions) {
		this.file = file;
		this.expressions = expressions;
	}

	ComponentTexts of(JsonObjectReader place) {
		Map<String, Phrase> english = new LinkedHashMap<>();
		MEMBERS.forEach(member -> put(place, english, member, place.text(member)));
		putAll(place, english, place.object("properties"), PROPERTIES);
		putAll(place, english, place.object("appearance"), ADORNERS);
		for (JsonNode value : place.list("values")) {
			JsonObjectReader option = new JsonObjectReader(file.name(), place.text("id"), value);
			put(place, english, "values." + option.requiredText("value"), option.requiredText("label"));
		}
		for (JsonNode value : place.list("columns")) {
			JsonObjectReader column = new JsonObjectReader(file.name(), place.text("id"), value);
			put(place, english, "columns." + column.requiredText("key"), column.requiredText("label"));
		}
		String prefix = place.requiredText("id") + ".";
		english.keySet().forEach(name -> keys.add(prefix + name));
		Map<String, Map<String, Phrase>> translated = new HashMap<>();
		file.translations().forEach((language, texts) -> {
			Map<String, Phrase> own = new HashMap<>();
			for (String name : english.keySet()) {
				String text = texts.get(prefix + name);
				if (text != null) {
					own.put(name, Template.of(place, name + " in the language '" + language + "'", text, expressions));
				}
			}
			translated.put(language, own);
		});
		return new ComponentTexts(english, translated, Scope.NOWHERE);
	}

	Set<String> keys() {
		return keys;
	}

	private void putAll(JsonObjectReader place, Map<String, Phrase> english, @Nullable JsonObjectReader holder,
			List<String> names) {
		if (holder != null) {
			names.forEach(name -> put(place, english, name, holder.text(name)));
		}
	}

	private void put(JsonObjectReader place, Map<String, Phrase> english, String name, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			english.put(name, Template.of(place, name, text, expressions));
		}
	}

}
