package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is recorded can be read out on the coordinators' pages.
 */
class TrailMessagesTests {

	private static final Pattern ACT = Pattern.compile("AuditEntry\\.of\\(\\s*\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"");

	@ParameterizedTest
	@ValueSource(strings = { "coordination.properties", "coordination_es.properties", "coordination_fr.properties" })
	void every_act_that_the_code_records_has_its_words(String bundle) throws IOException {
		Properties words = new Properties();
		try (InputStream file = getClass().getResourceAsStream("/messages/" + bundle)) {
			words.load(file);
		}
		assertThat(acts()).hasSizeGreaterThan(70)
			.allSatisfy(act -> assertThat(words).containsKey("coordination.act." + act));
	}

	private static Set<String> acts() throws IOException {
		Set<String> acts = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
				ACT.matcher(Files.readString(source)).results().forEach(found -> acts.add(found.group(1)));
			}
		}
		return acts;
	}

}
