package org.calltolocalaction.vocabulary;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/**
 * Reads a file of the vocabulary: CSV (RFC 4180) in UTF-8, whose first line names the
 * columns.
 */
final class VocabularyFile {

	private VocabularyFile() {
	}

	/**
	 * The rows of a file, each by the names of its columns.
	 * @throws IllegalStateException where the file is missing or empty, or where a row
	 * has another number of values than there are columns: that stops the start
	 */
	static List<Map<String, String>> rows(String file) {
		try (InputStream content = new ClassPathResource("vocabulary/" + file).getInputStream();
				CsvReader<NamedCsvRecord> reader = CsvReader.builder()
					.allowMissingFields(false)
					.allowExtraFields(false)
					.ofNamedCsvRecord(content)) {
			List<Map<String, String>> rows = reader.stream().map(VocabularyFile::stripped).toList();
			if (rows.isEmpty()) {
				throw new IllegalStateException(
						"vocabulary/" + file + " is empty; its first line should name the columns, others hold values");
			}
			return rows;
		}
		catch (CsvParseException malformed) {
			throw new IllegalStateException("vocabulary/" + file + " is not as its first line says", malformed);
		}
		catch (IOException missing) {
			throw new IllegalStateException("vocabulary/" + file + " cannot be read from the class path", missing);
		}
	}

	/**
	 * The value in a column.
	 * @throws IllegalStateException where there is no such column: that stops the start
	 */
	static String value(Map<String, String> row, String column) {
		return Optional.ofNullable(row.get(column))
			.orElseThrow(() -> new IllegalStateException(
					"A file of the vocabulary has no column '" + column + "', only " + row.keySet()));
	}

	private static Map<String, String> stripped(NamedCsvRecord row) {
		Map<String, String> values = new LinkedHashMap<>();
		row.getHeader().forEach(column -> values.put(column, row.getField(column).strip()));
		return values;
	}

}
