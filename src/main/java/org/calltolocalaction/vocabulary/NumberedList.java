package org.calltolocalaction.vocabulary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;

/**
 * A list whose entries people name by a number: the objectives of a Compact and of the
 * Call, and the goals of the 2030 Agenda. By what stands here their numbers are shown,
 * and looked for.
 *
 * @param file in which the list stands; empty for what is in several
 * @param mark its name within the desk
 * @param codes how the codes of its entries begin, as a pattern
 * @param shown how it is called before a number, by language; empty where it is not
 * @param also by which other names people look for it, as patterns in plain letters
 */
public record NumberedList(String file, String mark, String codes, Map<Locale, String> shown, List<String> also) {

	private static final String FILE = "numbers.csv";

	/** All of them, those that are in several lists last. */
	public static List<NumberedList> all() {
		return VocabularyFile.rows(FILE).stream().map(NumberedList::of).toList();
	}

	private static NumberedList of(Map<String, String> row) {
		Map<Locale, String> shown = new LinkedHashMap<>();
		Languages.ALL.forEach(language -> shown.put(language, VocabularyFile.value(row, language.getLanguage())));
		return new NumberedList(VocabularyFile.value(row, "file"), VocabularyFile.value(row, "mark"),
				VocabularyFile.value(row, "codes"), shown,
				Arrays.stream(VocabularyFile.value(row, "also").split(";")).map(String::strip).toList());
	}

	/** All names of it in any language, as they are shown. */
	public Stream<String> names() {
		return shown.values().stream().filter(name -> !name.isEmpty()).distinct();
	}

}
