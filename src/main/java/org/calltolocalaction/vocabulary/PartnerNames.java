package org.calltolocalaction.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;

/**
 * What a partner is called: in full in each language, and by a short name where it has
 * one. A value.
 */
public record PartnerNames(String english, String spanish, String french, String shortEnglish, String shortSpanish,
		String shortFrench) {

	public static final int LONGEST = 150;

	public static final int LONGEST_SHORT = 30;

	public PartnerNames {
		if (Stream.of(english, spanish, french).anyMatch(name -> name.isBlank() || name.length() > LONGEST)
				|| Stream.of(shortEnglish, shortSpanish, shortFrench).anyMatch(name -> name.length() > LONGEST_SHORT)) {
			throw new IllegalArgumentException("A partner has a name of at most " + LONGEST
					+ " characters in each language, and may have a short one of at most " + LONGEST_SHORT);
		}
	}

	/** In full. */
	public String in(Locale language) {
		return of(language, english, spanish, french);
	}

	/** The short name of this language; nothing where it has none. */
	public Optional<String> shortIn(Locale language) {
		return Optional.of(of(language, shortEnglish, shortSpanish, shortFrench)).filter(name -> !name.isEmpty());
	}

	/** All of them, in the order in which they stand here. */
	public List<String> all() {
		return List.of(english, spanish, french, shortEnglish, shortSpanish, shortFrench);
	}

	private static String of(Locale language, String english, String spanish, String french) {
		Locale nearest = Languages.nearest(language);
		return nearest.equals(Languages.SPANISH) ? spanish : nearest.equals(Languages.FRENCH) ? french : english;
	}

	/** By what it is told from others, in whatever language people look for it. */
	Set<String> comparable() {
		return all().stream().map(Text::comparable).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
	}

}
