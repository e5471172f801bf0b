package org.calltolocalaction.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The buttons, links and summaries of all templates, by the keys of their texts. */
final class Controls {

	private static final List<Path> TEMPLATES = List.of(Path.of("src/main/resources/templates"),
			Path.of("src/main/jte"));

	private static final String ATTRIBUTES = "((?:[^>\"']|\"[^\"]*\"|'[^']*')*)";

	private static final Pattern CONTROL = Pattern.compile("<(button|a|summary)\\b" + ATTRIBUTES + ">(.*?)</\\1>",
			Pattern.DOTALL);

	private static final Pattern TEXT = Pattern.compile("th:text=\"([^\"]*)\"");

	private static final Pattern LABEL = Pattern.compile("th:aria-label=\"([^\"]*)\"");

	private static final Pattern UNSEEN = Pattern.compile("<(\\w+)[^>]*govuk-visually-hidden.*?</\\1>", Pattern.DOTALL);

	private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)|says\\(\"([^\"]+)\"");

	private Controls() {
	}

	/**
	 * @param name what a screen reader says, @param seen what everybody else reads
	 */
	record Named(String name, String seen) {
	}

	/** Of the texts that are seen on them. */
	static Set<String> keys() throws IOException {
		Set<String> keys = new TreeSet<>();
		for (String template : templates()) {
			CONTROL.matcher(template)
				.results()
				.forEach(control -> keys.addAll(seen(control.group(2), control.group(3))));
		}
		return keys;
	}

	/** Of the texts to which an unseen part or an accessible name adds the object. */
	static Set<String> completed() throws IOException {
		Set<String> keys = new TreeSet<>();
		for (String template : templates()) {
			CONTROL.matcher(template)
				.results()
				.filter(control -> UNSEEN.matcher(control.group(3)).find() || LABEL.matcher(control.group(2)).find())
				.forEach(control -> keys.addAll(seen(control.group(2), control.group(3))));
		}
		return keys;
	}

	/** Those with an accessible name of their own. */
	static Set<Named> named() throws IOException {
		Set<Named> named = new java.util.LinkedHashSet<>();
		for (String template : templates()) {
			CONTROL.matcher(template).results().forEach(control -> {
				Matcher label = LABEL.matcher(control.group(2));
				if (label.find()) {
					keysIn(label.group(1)).forEach(name -> seen(control.group(2), control.group(3))
						.forEach(seen -> named.add(new Named(name, seen))));
				}
			});
		}
		return named;
	}

	private static Set<String> seen(String attributes, String inside) {
		Matcher text = TEXT.matcher(attributes);
		return keysIn((text.find() ? text.group(1) : "") + UNSEEN.matcher(inside).replaceAll(""));
	}

	private static Set<String> keysIn(String source) {
		Set<String> keys = new TreeSet<>();
		KEY.matcher(source).results().forEach(key -> keys.add(key.group(1) == null ? key.group(2) : key.group(1)));
		return keys;
	}

	private static List<String> templates() throws IOException {
		List<String> templates = new java.util.ArrayList<>();
		for (Path folder : TEMPLATES) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					templates.add(Files.readString(file));
				}
			}
		}
		return templates;
	}

}
