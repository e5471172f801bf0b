package org.calltolocalaction.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.vocabulary.NumberedList;

/**
 * Goals and objectives as people write them, by a name in any of the languages and a
 * number: {@code GCM 15}, {@code PMM15}, {@code objetivo 15}, {@code ODD 4}. All
 * spellings of one have one mark, by which it is found whole: who looks for the first
 * objective does not find the tenth.
 */
public final class NumberedCodes {

	/** As many words as the longest name has with its number. */
	static final int MOST_WORDS = 12;

	/** What no word of a text begins with. */
	private static final String MARK = "#";

	private static final String NUMBER = "(?: (?:no|n o|n|nr|num|numero|number))? ?0*([1-9][0-9]?)(?= |$)";

	/** Further numbers behind the first: {@code SDGs 3, 4 and 11}. */
	private static final Pattern ANOTHER = Pattern.compile("\\G(?: (?:and|y|e|et))? 0*([1-9][0-9]?)(?= |$)");

	private static final Pattern LETTERS = Pattern.compile("[a-z]{3}");

	/** What is called so in several lists comes last: whose is meant, is not said. */
	private static final List<Family> FAMILIES = NumberedList.all().stream().map(Family::of).toList();

	private static final Map<Pattern, Family> SPELLINGS = spellings();

	private NumberedCodes() {
	}

	/** What is numbered, by how its codes begin and what it is called. */
	private record Family(String name, String codes, List<String> names) {

		static Family of(NumberedList list) {
			return new Family(list.mark(), list.codes(),
					Stream.concat(list.names().map(SearchableText::of).distinct(), list.also().stream()).toList());
		}

		String any() {
			return "(?:" + String.join("|", names) + ")";
		}

		String mark(String number) {
			return MARK + name + number;
		}

		boolean has(String code) {
			return code.matches(codes + "[0-9]{1,2}");
		}

	}

	private static Map<Pattern, Family> spellings() {
		String objective = FAMILIES.get(FAMILIES.size() - 1).any();
		Map<Pattern, Family> spellings = new LinkedHashMap<>();
		for (Family family : FAMILIES) {
			spellings.put(Pattern.compile("(?<= |^)" + family.any() + "(?: " + objective + ")?" + NUMBER), family);
			if (family.name().startsWith("gc")) {
				spellings.put(
						Pattern.compile("(?<= |^)" + objective + NUMBER + " (?:of the|of|del|de|du) " + family.any()),
						family);
			}
		}
		return spellings;
	}

	/** The mark of what was typed, where it is one goal or objective and nothing else. */
	public static Optional<String> of(String typed) {
		// Most of what is typed has none, and each word is asked with those behind it.
		if (typed.chars().noneMatch(Character::isDigit)) {
			return Optional.empty();
		}
		String plain = SearchableText.of(typed);
		return SPELLINGS.entrySet().stream().flatMap(spelling -> {
			Matcher one = spelling.getKey().matcher(plain);
			return one.matches() ? Stream.of(spelling.getValue().mark(one.group(1))) : Stream.empty();
		}).findFirst();
	}

	/** The marks of all that a text names. */
	public static Set<String> in(String text) {
		String plain = SearchableText.of(text);
		Set<String> marks = new LinkedHashSet<>();
		SPELLINGS.forEach((spelling, family) -> {
			Matcher another = ANOTHER.matcher(plain);
			for (Matcher one = spelling.matcher(plain); one.find();) {
				marks.add(family.mark(one.group(1)));
				another.region(one.end(1), plain.length());
				while (another.find()) {
					marks.add(family.mark(another.group(1)));
				}
			}
		});
		return marks;
	}

	/** By which marks something is found that carries this code of the vocabulary. */
	public static List<String> marksOf(String code) {
		return FAMILIES.stream()
			.filter(family -> family.has(code))
			.map(family -> family.mark(code.replaceFirst("^[^0-9]+0*", "")))
			.toList();
	}

	/** What is numbered so is called by its letters, in every language. */
	public static List<String> lettersOf(String code) {
		return FAMILIES.stream()
			.filter(family -> family.has(code))
			.flatMap(family -> family.names().stream())
			.filter(LETTERS.asMatchPredicate())
			.toList();
	}

}
