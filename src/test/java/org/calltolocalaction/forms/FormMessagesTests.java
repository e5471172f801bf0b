package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences around the forms. */
class FormMessagesTests {

	private static final Pattern USED = Pattern.compile("[\"{](forms\\.[a-z.-]+)[\"}(]");

	@ParameterizedTest
	@ValueSource(strings = { "es", "fr" })
	void every_language_says_the_same_with_the_same_arguments(String language) {
		ResourceBundle english = bundle("");
		ResourceBundle other = bundle(language);
		assertThat(other.keySet()).isEqualTo(english.keySet());
		english.keySet()
			.forEach(key -> assertThat(arguments(other.getString(key))).as(key)
				.isEqualTo(arguments(english.getString(key))));
	}

	@Test
	void every_message_that_is_used_exists_and_every_one_that_exists_is_used() throws IOException {
		Set<String> used = new TreeSet<>();
		for (Path folder : List.of(Path.of("src/main/java/org/calltolocalaction/forms"),
				Path.of("src/main/jte/forms"))) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					USED.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
				}
			}
		}
		assertThat(bundle("").keySet()).isEqualTo(used);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "es", "fr" })
	void every_message_can_be_formatted(String language) {
		Locale locale = Locale.forLanguageTag(language);
		ResourceBundle bundle = bundle(language);
		for (String key : bundle.keySet()) {
			String sentence = new MessageFormat(bundle.getString(key), locale).format(new Object[] { "X", 2, 3 });
			assertThat(sentence).as(key).doesNotContain("{0}", "{1}", "{2}", "''");
		}
		assertThat(new MessageFormat(bundle.getString("forms.counter.under.other"), locale).format(new Object[0]))
			.contains("%{count}");
	}

	private static ResourceBundle bundle(String language) {
		return ResourceBundle.getBundle("messages/forms", Locale.forLanguageTag(language),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	private static Set<String> arguments(String message) {
		return Pattern.compile("\\{(\\d)")
			.matcher(message)
			.results()
			.map(found -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
