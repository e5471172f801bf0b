package org.calltolocalaction.coordination;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes the members of one row as what they should be; whatever is not is refused by the
 * member's name.
 */
final class RowReader {

	private static final int SHOWN = 40;

	private final JsonNode row;

	private final Vocabulary vocabulary;

	RowReader(JsonNode row, Vocabulary vocabulary) {
		this.row = row;
		this.vocabulary = vocabulary;
	}

	/** A text that must be there. */
	String text(String member, int longest) {
		String text = optionalText(member, longest);
		if (text.isEmpty()) {
			throw new Refused("coordination.import.row.missing", member);
		}
		return text;
	}

	/** A text that must be there, on one line. */
	String line(String member, int longest) {
		return Text.NAME.of(text(member, longest));
	}

	/** A text, or nothing. */
	String optionalText(String member, int longest) {
		JsonNode value = row.path(member);
		return value.isMissingNode() || value.isNull() ? "" : string(member, value, longest);
	}

	/** A whole number, as its digits. */
	String number(String member) {
		JsonNode value = row.path(member);
		if (value.isMissingNode() || value.isNull()) {
			throw new Refused("coordination.import.row.missing", member);
		}
		return value.isInt() ? String.valueOf(value.intValue()) : "";
	}

	/** A code of a controlled list. */
	String code(String member, String list) {
		return known(member, Text.IDENTIFIER.of(text(member, Integer.MAX_VALUE)), vocabulary.codes(list));
	}

	String oneOf(String member, List<String> codes) {
		return known(member, Text.IDENTIFIER.of(text(member, Integer.MAX_VALUE)), codes);
	}

	/** Codes of a controlled list, each once, in the order in which they are named. */
	List<String> codes(String member, String list) {
		return strings(member).stream().map(code -> known(member, code, vocabulary.codes(list))).distinct().toList();
	}

	/** Short texts, together not too long. */
	List<String> lines(String member, int longest) {
		List<String> lines = strings(member).stream().map(Text.NAME::of).filter(line -> !line.isEmpty()).toList();
		requireLength(member, String.join("\n", lines), longest);
		return lines;
	}

	/** A date, or null. */
	@Nullable LocalDate date(String member) {
		String text = optionalText(member, Integer.MAX_VALUE);
		try {
			return text.isEmpty() ? null : LocalDate.parse(Text.IDENTIFIER.of(text));
		}
		catch (DateTimeParseException noDate) {
			throw new Refused("coordination.import.row.not-a-date", member, shown(text));
		}
	}

	private List<String> strings(String member) {
		JsonNode value = row.path(member);
		if (value.isMissingNode() || value.isNull()) {
			return List.of();
		}
		if (!value.isArray()) {
			throw new Refused("coordination.import.row.not-a-list", member);
		}
		return StreamSupport.stream(value.spliterator(), false)
			.map(entry -> string(member, entry, Integer.MAX_VALUE))
			.toList();
	}

	private static String string(String member, JsonNode value, int longest) {
		if (!value.isString()) {
			throw new Refused("coordination.import.row.not-text", member);
		}
		String text = Text.trimmed(Text.PROSE.of(value.stringValue()));
		requireLength(member, text, longest);
		return text;
	}

	private static void requireLength(String member, String text, int longest) {
		if (text.length() > longest) {
			throw new Refused("coordination.import.row.too-long", member, longest, text.length());
		}
	}

	private static String known(String member, String code, List<String> codes) {
		if (!codes.contains(code)) {
			throw new Refused("coordination.import.row.unknown-code", member, shown(code));
		}
		return code;
	}

	private static String shown(String text) {
		return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
	}

}
