package org.calltolocalaction.forms;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.calltolocalaction.forms.source.FormFile;
import org.calltolocalaction.forms.source.FormFiles;

/**
 * The desk's forms, with a part more in the form of a pledge: it asks sixty questions of
 * all kinds.
 */
public final class LongForm {

	/** The id of that part. */
	public static final String PART = "sixty";

	/** Every fourth one, from the first on, is a text. */
	public static final int QUESTIONS = 60;

	private LongForm() {
	}

	/** All forms of the desk, that of the pledge being the long one. */
	public static FormDefinitions beside(FeelExpressions feel) {
		List<FormFile> files = FormFiles.under("forms")
			.stream()
			.map(file -> file.name().endsWith("pledge.form") ? longer(file) : file)
			.toList();
		return new FormDefinitions(files, feel);
	}

	private static FormFile longer(FormFile pledge) {
		String questions = IntStream.rangeClosed(1, QUESTIONS)
			.mapToObj(LongForm::question)
			.collect(Collectors.joining(","));
		String part = "{\"type\":\"group\",\"id\":\"%s\",\"label\":\"Sixty questions\",\"properties\":{\"audience\":\"public\"},\"components\":[%s]}"
			.formatted(PART, questions);
		String json = pledge.json();
		int end = json.lastIndexOf(']');
		return new FormFile(pledge.name(), json.substring(0, end) + "," + part + json.substring(end),
				pledge.translations());
	}

	private static String question(int number) {
		return switch (number % 4) {
			case 1 -> asked(number, "textfield", "\"validate\":{\"maxLength\":200}");
			case 2 -> asked(number, "textarea", "\"validate\":{\"maxLength\":3000}");
			case 3 -> asked(number, "select", "\"valuesKey\":\"priorityObjectives\"");
			default -> asked(number, "radio",
					"\"values\":[{\"label\":\"Yes\",\"value\":\"YES\"},{\"label\":\"No\",\"value\":\"NO\"}]");
		};
	}

	private static String asked(int number, String type, String rest) {
		return "{\"type\":\"%s\",\"id\":\"question%d\",\"key\":\"question%d\",\"label\":\"Question %d\",\"description\":\"A hint with an example.\",%s}"
			.formatted(type, number, number, number, rest);
	}

}
