package org.calltolocalaction.vocabulary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Reads the vocabulary's files: RFC 4180, UTF-8, the first line names the columns. */
final class Csv {

	private final String text;

	private int position;

	private Csv(String text) {
		this.text = text;
	}

	/**
	 * The rows of a file, each by the names of its columns. A row of another length stops
	 * the start.
	 */
	static List<Map<String, String>> rows(String file) {
		List<List<String>> lines = new Csv(read(file)).lines();
		if (lines.isEmpty()) {
			throw new IllegalStateException("vocabulary/" + file + " is empty; its first line should name the columns");
		}
		List<String> columns = lines.get(0);
		List<Map<String, String>> rows = new ArrayList<>();
		for (int line = 1; line < lines.size(); line++) {
			List<String> values = lines.get(line);
			if (values.size() != columns.size()) {
				throw new IllegalStateException("vocabulary/" + file + ", row " + (line + 1) + ", has " + values.size()
						+ " values where its first line names " + columns.size() + " columns");
			}
			Map<String, String> row = new LinkedHashMap<>();
			for (int column = 0; column < columns.size(); column++) {
				row.put(columns.get(column), values.get(column).strip());
			}
			rows.add(row);
		}
		return rows;
	}

	private static String read(String file) {
		try {
			return new ClassPathResource("vocabulary/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException missing) {
			throw new IllegalStateException("vocabulary/" + file + " cannot be read from the class path", missing);
		}
	}

	private List<List<String>> lines() {
		List<List<String>> lines = new ArrayList<>();
		while (position < text.length()) {
			List<String> line = line();
			if (line.size() > 1 || !line.get(0).isEmpty()) {
				lines.add(line);
			}
		}
		return lines;
	}

	private List<String> line() {
		List<String> values = new ArrayList<>();
		do {
			values.add(atQuote() ? quoted() : plain());
		}
		while (skip(','));
		skip('\r');
		skip('\n');
		return values;
	}

	private String plain() {
		int start = position;
		while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
			position++;
		}
		return text.substring(start, position);
	}

	private String quoted() {
		StringBuilder value = new StringBuilder();
		position++;
		while (position < text.length()) {
			char next = text.charAt(position++);
			if (next != '"') {
				value.append(next);
			}
			else if (atQuote()) {
				value.append('"');
				position++;
			}
			else {
				return value.toString();
			}
		}
		throw new IllegalStateException("A quotation mark in a vocabulary file is never closed, after: "
				+ value.substring(0, Math.min(40, value.length())));
	}

	private boolean atQuote() {
		return position < text.length() && text.charAt(position) == '"';
	}

	private boolean skip(char wanted) {
		if (position < text.length() && text.charAt(position) == wanted) {
			position++;
			return true;
		}
		return false;
	}

}
