package org.calltolocalaction.notifications.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.Languages;

/**
 * The language in which somebody wrote: by the little words that no other of our
 * languages has, because not everybody writes in the language that they read the desk in;
 * where there are too few of them, by that one.
 */
final class WrittenIn {

	/** Fewer are chance: a name, a quotation. */
	private static final long ENOUGH = 2;

	private static final Map<Locale, Set<String>> LITTLE_WORDS = Map.of(Languages.ENGLISH,
			words("the and of is are with for this that it you your please how which what be by from not was will"),
			Languages.SPANISH,
			words("el los las y del por con una para este esta su sus cómo qué cuál más son es como pero favor"),
			Languages.FRENCH,
			words("le les et des du est avec une pour ce cette vous votre vos dans pas sur qui sont au aux nous plus"));

	private WrittenIn() {
	}

	/**
	 * Nothing where it is not known.
	 * @param author the language in which the author reads the desk, where it is known
	 */
	static Optional<Locale> of(String written, Optional<Locale> author) {
		List<String> words = Arrays.asList(written.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
		Map<Locale, Long> found = Languages.ALL.stream()
			.collect(Collectors.toMap(language -> language,
					language -> words.stream().filter(known(language)::contains).count()));
		Locale first = Languages.ALL.stream().max(Comparator.comparing(found::get)).orElseThrow();
		long most = count(found, first);
		boolean clear = Languages.ALL.stream()
			.filter(other -> !other.equals(first))
			.allMatch(other -> 2 * count(found, other) <= most);
		return most >= ENOUGH && clear ? Optional.of(first) : author.map(Languages::nearest);
	}

	private static long count(Map<Locale, Long> found, Locale language) {
		return found.getOrDefault(language, 0L);
	}

	private static Set<String> known(Locale language) {
		return LITTLE_WORDS.getOrDefault(language, Set.of());
	}

	private static Set<String> words(String words) {
		return Set.of(words.split(" "));
	}

}
