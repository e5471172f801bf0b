package org.calltolocalaction.site;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;

/** What the controlled lists say in each language, by the file and the code. */
final class ListTexts {

	private static final Path FOLDER = Path.of("src/main/resources/vocabulary");

	/** Of no page: what people look for, and patterns of numbers. */
	private static final List<String> UNSEEN = List.of("also-called.csv", "numbers.csv", "country-sections.csv");

	private ListTexts() {
	}

	/** File and code → language → text, in the order of the files. */
	static Map<String, Map<Locale, String>> all() {
		Map<String, Map<Locale, String>> all = new LinkedHashMap<>();
		try (Stream<Path> files = Files.list(FOLDER)) {
			for (Path file : files.sorted().toList()) {
				if (!UNSEEN.contains(file.getFileName().toString())) {
					gather(file, all);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(FOLDER + " cannot be read", ex);
		}
		return all;
	}

	private static void gather(Path file, Map<String, Map<Locale, String>> all) throws IOException {
		try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
			for (NamedCsvRecord row : rows) {
				String key = file.getFileName() + " " + row.getField("code");
				all.put(key, inEach(row, ""));
				if (row.getHeader().contains("short_en")) {
					all.put(key + " (short)", inEach(row, "short_"));
				}
			}
		}
	}

	private static Map<Locale, String> inEach(NamedCsvRecord row, String column) {
		return Languages.ALL.stream()
			.collect(Collectors.toMap(language -> language, language -> row.getField(column + language.getLanguage())));
	}

}
