package org.calltolocalaction.kernel.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes numbers as the United Nations write them in each language: 3,000 in English;
 * 3000 and 10 080 in Spanish, where a point would read as a decimal in half of the
 * countries; 3 000 in French. Templates call it as {@code @numbers}, and every message
 * takes its numbers from here.
 */
@Component("numbers")
public class Numbers {

	/**
	 * Keeps the groups of a number on one line, and is narrower than a space between
	 * words.
	 */
	private static final char NARROW_SPACE = '\u202f';

	private static final BigDecimal FIVE_FIGURES = BigDecimal.valueOf(10_000);

	private static final int EVERY_DIGIT = 340;

	/** With every digit that it has. */
	public static String of(Number number, Locale language) {
		Locale written = Languages.nearest(language);
		BigDecimal exact = new BigDecimal(number.toString());
		boolean grouped = !written.equals(Languages.SPANISH) || exact.abs().compareTo(FIVE_FIGURES) >= 0;
		// Not kept: a format is not safe for two threads.
		DecimalFormat format = new DecimalFormat(grouped ? "#,##0" : "0", symbols(written));
		format.setMaximumFractionDigits(EVERY_DIGIT);
		format.setRoundingMode(RoundingMode.UNNECESSARY);
		return format.format(exact);
	}

	/** As {@link #of(Number, Locale)}, in the language of the request. */
	public String of(Number number) {
		return of(number, LocaleContextHolder.getLocale());
	}

	private static DecimalFormatSymbols symbols(Locale language) {
		DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
		boolean english = language.equals(Languages.ENGLISH);
		symbols.setGroupingSeparator(english ? ',' : NARROW_SPACE);
		symbols.setDecimalSeparator(english ? '.' : ',');
		return symbols;
	}

}
