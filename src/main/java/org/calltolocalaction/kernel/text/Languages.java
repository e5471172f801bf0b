package org.calltolocalaction.kernel.text;

import java.util.List;
import java.util.Locale;

/** The languages in which everything a person reads exists. */
public final class Languages {

	public static final Locale ENGLISH = Locale.ENGLISH;

	public static final Locale SPANISH = Locale.forLanguageTag("es");

	public static final Locale FRENCH = Locale.FRENCH;

	/** In the order of the switch at the top of every page. */
	public static final List<Locale> ALL = List.of(ENGLISH, SPANISH, FRENCH);

	private Languages() {
	}

	/**
	 * The supported language nearest to what was asked for; English where there is none.
	 */
	public static Locale nearest(Locale wanted) {
		return ALL.stream()
			.filter(language -> wanted != null && language.getLanguage().equals(wanted.getLanguage()))
			.findFirst()
			.orElse(ENGLISH);
	}

}
