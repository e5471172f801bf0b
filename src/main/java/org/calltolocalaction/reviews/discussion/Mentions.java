package org.calltolocalaction.reviews.discussion;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Text;

/**
 * Reads out of a text whom it calls by {@code @Name}, without regard to capitals and
 * accents.
 */
final class Mentions {

	private Mentions() {
	}

	/** Whoever of these people is called; all of them where several bear the name. */
	static Set<AccountId> in(String text, Collection<Person> people) {
		Map<String, List<Person>> byName = people.stream()
			.collect(Collectors.groupingBy(person -> folded(person.name())));
		// Longer names first, and each call taken out once it is understood: "@Ana Li"
		// does not call Ana.
		List<String> names = byName.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).toList();
		Set<AccountId> mentioned = new LinkedHashSet<>();
		String rest = folded(text);
		for (String name : names) {
			Matcher called = Pattern.compile("@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])").matcher(rest);
			if (called.find()) {
				byName.getOrDefault(name, List.of()).forEach(person -> mentioned.add(person.id()));
				rest = called.replaceAll("");
			}
		}
		return mentioned;
	}

	private static String folded(String text) {
		return Text.plain(text);
	}

}
