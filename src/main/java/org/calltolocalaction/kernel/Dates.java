package org.calltolocalaction.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Writes dates as natives of the three languages do, which the JDK's own styles do not: they are American or lack 1er. */
public final class Dates {

	private static final Map<Locale, DateTimeFormatter> LONG = Map.of(Languages.ENGLISH, in("d MMMM uuuu", Languages.ENGLISH),
			Languages.SPANISH, in("d 'de' MMMM 'de' uuuu", Languages.SPANISH), Languages.FRENCH,
			in("d MMMM uuuu", Languages.FRENCH));

	private Dates() {
	}

	/** Such as {@code 1 October 2026}, {@code 1 de octubre de 2026}, {@code 1er octobre 2026}. */
	public static String written(LocalDate date, Locale reader) {
		Locale language = Languages.nearest(reader);
		String written = date.format(LONG.get(language));
		return language.equals(Languages.FRENCH) && date.getDayOfMonth() == 1 ? written.replaceFirst("1", "1er") : written;
	}

	private static DateTimeFormatter in(String pattern, Locale language) {
		return DateTimeFormatter.ofPattern(pattern, language);
	}

}
