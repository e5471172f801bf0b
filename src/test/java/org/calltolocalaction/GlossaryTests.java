package org.calltolocalaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary speaks of what there is, and no two types share a name. */
class GlossaryTests {

	private static final Pattern CODE = Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+\\(\\))?`");

	private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

	private static final Path SOURCES = Path.of("src/main/java");

	@Test
	void every_type_that_the_glossary_names_exists() throws IOException {
		Set<String> named = CODE.matcher(Files.readString(Path.of("docs/glossary.md")))
			.results()
			.map(found -> found.group(1))
			.filter(name -> !name.equals("GlossaryTests"))
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(named).hasSizeGreaterThan(50).isSubsetOf(types());
	}

	@Test
	void no_name_stands_for_two_things() throws IOException {
		try (Stream<Path> sources = sources()) {
			assertThat(sources.map(source -> source.getFileName().toString())).doesNotHaveDuplicates();
		}
	}

	private static Set<String> types() throws IOException {
		Set<String> types = new TreeSet<>();
		try (Stream<Path> sources = sources()) {
			for (Path source : sources.toList()) {
				TYPE.matcher(Files.readString(source)).results().forEach(found -> types.add(found.group(1)));
			}
		}
		return types;
	}

	private static Stream<Path> sources() throws IOException {
		return Files.walk(SOURCES)
			.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"));
	}

}
