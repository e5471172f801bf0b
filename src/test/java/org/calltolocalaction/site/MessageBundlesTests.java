package org.calltolocalaction.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything a person reads exists in three languages, and nothing is translated that
 * nobody reads.
 */
class MessageBundlesTests {

	/** Where keys are used: Java, templates, forms and process models. */
	private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/main/resources/templates"),
			Path.of("src/main/jte"), Path.of("forms"), Path.of("processes"));

	/**
	 * Beginnings of keys whose rest is a code, a state or the like, put together where
	 * they are used.
	 */
	private static final List<String> PUT_TOGETHER = List.of("site.home.step.", "vocabulary.", "forms.", "act.",
			"names.");

	/** A quoted beginning to which Java or a template adds the rest. */
	private static final Pattern BEGINNING = Pattern.compile("[\"']([a-z][A-Za-z]*(?:\\.[\\w-]+)*\\.)[\"'] \\+");

	private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");

	private static final Pattern QUOTED = Pattern.compile("[\"'`]([a-z][A-Za-z]*(?:\\.[\\w-]+)+)[\"'`]");

	private static final Pattern PARTED_PUNCTUATION = Pattern.compile(" [:;?!»]|« ");

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

	static Stream<String> bundles() {
		return Bundles.all().stream();
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void a_bundle_has_the_same_keys_in_each_language(String bundle) {
		Set<String> english = Bundles.keys(bundle, Languages.ENGLISH);

		assertThat(Bundles.keys(bundle, Languages.SPANISH)).as("Spanish").isEqualTo(english);
		assertThat(Bundles.keys(bundle, Languages.FRENCH)).as("French").isEqualTo(english);
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void a_message_can_be_read_and_takes_the_same_arguments_in_each_language(String bundle) {
		for (String key : Bundles.keys(bundle, Languages.ENGLISH)) {
			String english = Bundles.texts(bundle, Languages.ENGLISH).getProperty(key);
			for (Locale language : Languages.ALL) {
				String text = Bundles.texts(bundle, language).getProperty(key);
				assertThat(text).as(key + " in " + language).isNotBlank();
				assertThat(new MessageFormat(text)).isNotNull();
				assertThat(arguments(text)).as(key + " in " + language).isEqualTo(arguments(english));
			}
		}
	}

	/**
	 * A single apostrophe would vanish and swallow the arguments after it: it is written
	 * ’ or doubled.
	 */
	@ParameterizedTest
	@MethodSource("bundles")
	void an_apostrophe_is_doubled(String bundle) {
		for (Locale language : Languages.ALL) {
			Properties messages = Bundles.texts(bundle, language);
			for (String key : messages.stringPropertyNames()) {
				assertThat(messages.getProperty(key).replaceAll("''|'[{}]'", "")).as(key + " in " + language)
					.doesNotContain("'");
			}
		}
	}

	/** So that no line begins with a colon or ends with a guillemet. */
	@ParameterizedTest
	@MethodSource("bundles")
	void french_keeps_its_high_punctuation_on_the_line_of_its_word(String bundle) {
		Properties messages = Bundles.texts(bundle, Languages.FRENCH);

		assertThat(messages.stringPropertyNames())
			.filteredOn(key -> PARTED_PUNCTUATION.matcher(messages.getProperty(key)).find())
			.isEmpty();
	}

	@Test
	void a_key_stands_in_one_bundle() {
		Set<String> seen = new TreeSet<>();

		assertThat(bundles().flatMap(bundle -> Bundles.keys(bundle, Languages.ENGLISH).stream())
			.filter(key -> !seen.add(key))).isEmpty();
	}

	@Test
	void every_key_that_is_used_exists() throws IOException {
		Set<String> known = Bundles.allKeys();
		Set<String> bundles = Set.copyOf(Bundles.all());
		Set<String> missing = new TreeSet<>();
		for (Path file : sources()) {
			String source = Files.readString(file);
			used(source, TEMPLATE_KEY).filter(key -> !known.contains(key) && !putTogether(key)).forEach(missing::add);
			// What stands in a package-info names modules.
			if (file.toString().endsWith(".java") && !file.endsWith("package-info.java")) {
				used(withoutComments(source), QUOTED).filter(key -> looksLikeKey(key, bundles))
					.filter(key -> !known.contains(key) && !putTogether(key))
					.forEach(missing::add);
			}
		}

		assertThat(missing).isEmpty();
	}

	@Test
	void every_key_is_used() throws IOException {
		Set<String> used = new LinkedHashSet<>();
		Set<String> beginnings = new LinkedHashSet<>(PUT_TOGETHER);
		for (Path file : sources()) {
			String source = Files.readString(file);
			used(source, TEMPLATE_KEY).forEach(used::add);
			used(source, QUOTED).forEach(used::add);
			used(source, BEGINNING).forEach(beginnings::add);
		}
		Set<String> orphans = new TreeSet<>(Bundles.allKeys());
		orphans.removeAll(used);
		// Placement.text adds it where the edition is still to be opened.
		orphans
			.removeIf(key -> key.endsWith(".next") && used.contains(key.substring(0, key.length() - ".next".length())));
		orphans.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));

		assertThat(orphans).isEmpty();
	}

	// In Java a key is told from other dotted names, such as acts of the audit trail, by
	// its first word alone.
	private static boolean looksLikeKey(String quoted, Set<String> bundles) {
		return bundles.contains(quoted.substring(0, quoted.indexOf('.'))) && !quoted.endsWith(".csv");
	}

	private static boolean putTogether(String key) {
		return PUT_TOGETHER.stream().anyMatch(key::startsWith);
	}

	private static List<Path> sources() throws IOException {
		Set<Path> files = new TreeSet<>();
		for (Path folder : SOURCES) {
			if (Files.isDirectory(folder)) {
				try (Stream<Path> inside = Files.walk(folder)) {
					inside.filter(Files::isRegularFile).forEach(files::add);
				}
			}
		}
		return List.copyOf(files);
	}

	private static Stream<String> used(String source, Pattern pattern) {
		return pattern.matcher(source).results().map(match -> match.group(1));
	}

	private static String withoutComments(String java) {
		return java.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
	}

	private static Set<String> arguments(String text) {
		Set<String> arguments = new TreeSet<>();
		Matcher matcher = ARGUMENT.matcher(text);
		while (matcher.find()) {
			arguments.add(matcher.group(1));
		}
		return arguments;
	}

}
