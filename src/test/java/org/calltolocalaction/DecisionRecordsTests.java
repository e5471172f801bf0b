package org.calltolocalaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever reads a decision sees at its head when it was made and whether it still holds.
 */
class DecisionRecordsTests {

	private static final Path FOLDER = Path.of("docs/decisions");

	private static final Pattern HEAD = Pattern
		.compile("Date: \\d{4}-\\d{2}-\\d{2} · Status: (accepted|replaced by \\[\\d{4}]\\(\\S+\\))"
				+ "( · Amended by: \\[\\d{4}]\\(\\S+\\)(, \\[\\d{4}]\\(\\S+\\))*)?");

	private static final Pattern LINK = Pattern.compile("\\[\\d{4}]\\(([^)]+)\\)");

	static List<Path> records() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md")).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("records")
	void a_record_begins_with_its_number_its_date_and_its_status(Path record) throws IOException {
		List<String> lines = Files.readAllLines(record);
		String number = record.getFileName().toString().substring(0, 4);

		assertThat(lines.get(0)).startsWith("# " + number + ": ");
		assertThat(lines.get(2)).matches(HEAD);
	}

	@ParameterizedTest
	@MethodSource("records")
	void what_a_record_refers_to_is_there(Path record) throws IOException {
		LINK.matcher(Files.readString(record))
			.results()
			.map(link -> record.resolveSibling(link.group(1)))
			.forEach(target -> assertThat(target).exists());
	}

	@Test
	void every_record_is_listed() throws IOException {
		String list = Files.readString(FOLDER.resolve("README.md"));

		assertThat(records()).allSatisfy(record -> assertThat(list).contains("(" + record.getFileName() + ")"));
	}

}
