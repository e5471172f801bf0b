package org.calltolocalaction.forms.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.model.Wording;
import tools.jackson.databind.JsonNode;

/** Gathers what a component says, in all languages; a text's key is the component's id and the member's name. */
final class Wordings {

	private static final Set<String> MEMBERS = Set.of("label", "dateLabel", "description", "text");

	private static final Set<String> PROPERTIES = Set.of("name", "missing");

	private final FormFile file;

	private final Set<String> keys = new HashSet<>();

	Wordings(FormFile file) {
		this.file = file;
	}

	Wording of(JsonPlace place) {
		Map<String, String> english = new LinkedHashMap<>();
		MEMBERS.forEach(member -> put(place, english, member, place.text(member)));
		JsonPlace properties = place.object("properties");
		if (properties != null) {
			PROPERTIES.forEach(property -> put(place, english, property, properties.text(property)));
		}
		for (JsonNode value : place.list("values")) {
			JsonPlace option = new JsonPlace(file.name(), place.text("id"), value);
			put(place, english, "values." + option.requiredText("value"), option.requiredText("label"));
		}
		String prefix = place.text("id") + ".";
		english.keySet().forEach(name -> keys.add(prefix + name));
		Map<String, Map<String, String>> translated = new HashMap<>();
		file.translations().forEach((language, texts) -> {
			Map<String, String> own = new HashMap<>();
			english.keySet().stream().filter(name -> texts.containsKey(prefix + name))
					.forEach(name -> own.put(name, texts.get(prefix + name)));
			translated.put(language, own);
		});
		return new Wording(english, translated);
	}

	Set<String> keys() {
		return keys;
	}

	private static void put(JsonPlace place, Map<String, String> english, String name, String text) {
		if (text == null || text.isBlank()) {
			return;
		}
		if (text.startsWith("=") || text.contains("{{")) {
			throw place.broken("an expression in " + name + " is not supported yet");
		}
		english.put(name, text);
	}

}
