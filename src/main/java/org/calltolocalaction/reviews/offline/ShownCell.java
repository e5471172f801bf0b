package org.calltolocalaction.reviews.offline;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * What cells show to the person who fills them in. Programs make a date of "1/10" and a
 * half of "50%" while one types; the number that they keep is nothing that anybody wrote.
 */
final class ShownCell {

	/** As the file writes what XML cannot hold, and an underscore that looks like it. */
	private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	/** The day as each computer writes it, and the day with the time. */
	private static final int DAY = 14;

	private static final int DAY_AND_TIME = 22;

	/** What no program has a number for. */
	private static final int OWN = 200;

	/** From here on programs would write an exponent, which nobody typed. */
	private static final BigDecimal LONG = BigDecimal.TEN.pow(11);

	/** What programs allow. */
	private static final int LONGEST_PATTERN = 255;

	/** The day after the last that programs know: 31 December 9999. */
	private static final double LAST_DAY = 2_958_466;

	private final DataFormatter formatter;

	private final Locale language;

	private final boolean from1904;

	/**
	 * @param language of the person, whose program follows it
	 * @param from1904 whether the file counts its days from 1904 instead of 1900
	 */
	ShownCell(Locale language, boolean from1904) {
		// Day before month, as on the pages.
		this.language = language.getLanguage().equals("en") ? Locale.UK : language;
		this.formatter = new DataFormatter(this.language);
		this.from1904 = from1904;
	}

	String text(Cell cell) {
		if (cell.getType() == CellType.NUMBER) {
			String shown = number(cell).strip();
			// A format that hides what was typed hides it from nobody who reads the
			// letter.
			return shown.isEmpty() ? inFull(cell.asNumber()) : shown;
		}
		if (cell.getType() == CellType.BOOLEAN) {
			return truth(cell.asBoolean());
		}
		return unescaped(cell.getText());
	}

	/** As Excel says it in the person's language. */
	private String truth(boolean value) {
		return switch (language.getLanguage()) {
			case "es" -> value ? "VERDADERO" : "FALSO";
			case "fr" -> value ? "VRAI" : "FAUX";
			default -> value ? "TRUE" : "FALSE";
		};
	}

	private String number(Cell cell) {
		BigDecimal number = cell.asNumber();
		int format = Objects.requireNonNullElse(cell.getDataFormatId(), 0);
		String pattern = Objects.requireNonNullElse(cell.getDataFormatString(), "General");
		if (pattern.length() > LONGEST_PATTERN) {
			return inFull(number);
		}
		double value = number.doubleValue();
		Optional<DatePattern> date = DatePattern.of(pattern, language);
		if (date.isPresent() && (value < 0 || value >= LAST_DAY)
				|| date.isEmpty() && number.abs().compareTo(LONG) >= 0) {
			return inFull(number);
		}
		if (date.isPresent() && (format == DAY || format == DAY_AND_TIME)) {
			LocalDateTime moment = DateUtil.getLocalDateTime(value, from1904);
			DateTimeFormatter usual = format == DAY ? DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
					: DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);
			return usual.withLocale(language).format(moment);
		}
		return date.map(shown -> shown.shown(value, from1904)).orElseGet(() -> number(number, format, pattern));
	}

	private String number(BigDecimal number, int format, String pattern) {
		double value = number.doubleValue();
		NumberPattern known = new NumberPattern(pattern);
		try {
			String shown = formatter.formatRawCellContents(value, known.pattern().equals(pattern) ? format : OWN,
					known.pattern(), from1904);
			// Of a format that shows nothing, the formatter writes what Java makes of a
			// number.
			return shown.equals(Double.toString(value)) ? inFull(number) : known.withTexts(shown);
		}
		catch (IllegalArgumentException unknown) {
			return inFull(number);
		}
	}

	private static String inFull(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	/** The text without the signs by which the file writes what XML cannot hold. */
	static String unescaped(String text) {
		return ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(String.valueOf(letter(found))));
	}

	private static char letter(MatchResult found) {
		return (char) Integer.parseInt(found.group(1), 16);
	}

}
