package org.calltolocalaction.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.Languages;

/** What people read on pages, in mails, in forms and in lists, by its keys. */
final class EveryText {

	/** Titles stay as they are published. */
	private static final List<String> OFFICIAL = List.of("sdgs.csv", "gcm-objectives.csv", "gcr-objectives.csv",
			"priority-objectives.csv", "guiding-principles.csv");

	private static final Map<Locale, Map<String, String>> TEXTS = Languages.ALL.stream()
		.collect(Collectors.toMap(language -> language, EveryText::read));

	private EveryText() {
	}

	static Map<String, String> in(Locale language) {
		return TEXTS.get(language);
	}

	static Map<String, String> in(Locale language, Predicate<String> wanted) {
		Map<String, String> texts = new TreeMap<>(in(language));
		texts.keySet().removeIf(wanted.negate());
		return texts;
	}

	private static Map<String, String> read(Locale language) {
		Map<String, String> all = new TreeMap<>();
		Bundles.texts(language).forEach((key, text) -> all.put(key.toString(), text.toString()));
		FormTexts.all().forEach((key, text) -> all.put(key, text.get(language)));
		ListTexts.all().forEach((key, text) -> {
			if (OFFICIAL.stream().noneMatch(key::startsWith)) {
				all.put(key, text.get(language));
			}
		});
		return all;
	}

}
