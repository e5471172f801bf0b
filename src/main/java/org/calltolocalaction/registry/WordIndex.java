package org.calltolocalaction.registry;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.registry.PledgeWords.Passage;
import org.calltolocalaction.registry.PledgeWords.Words;
import org.calltolocalaction.search.SqlCondition;

/**
 * How words stand in the index of the public list, and how they are asked for: as they
 * are, so that a beginning finds them, and besides as what the dictionary of their
 * language makes of them, so that one form finds another. The latter are marked with
 * their language, and no word that is typed is ever compared with them by its beginning.
 */
final class WordIndex {

	private static final String SPANISH = Languages.SPANISH.getLanguage();

	private static final String FRENCH = Languages.FRENCH.getLanguage();

	private static final List<String> LANGUAGES = Languages.ALL.stream().map(Locale::getLanguage).toList();

	private static final String STEM_MARK = "=";

	/** What is longer is no word of any dictionary. */
	private static final int LONGEST_FORM = 60;

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	// What is typed and written without accents is given those that its dictionary goes
	// by.
	private static final Pattern SPANISH_ION = Pattern.compile("ion$");

	private static final Pattern FRENCH_E = Pattern.compile("e(e?s?)$");

	private static final String PLAIN = SearchableText.PLAIN_IN_SQL.replace("?", "%s");

	/** A dictionary's forms of {@code form}, such as {@code es ciudades}. */
	private static final String STEMS = """
			unnest(ts_lexize(case left(form, 2) when 'es' then 'spanish_stem' when 'fr' then 'french_stem'
			else 'english_stem' end::regdictionary, substr(form, 4))) as stem""";

	/** Takes what {@link #parameters} gives. */
	static final String IN_SQL = """
			to_tsvector('simple', %s) || array_to_tsvector(coalesce((select array_agg(distinct '=' || left(form, 2) || %s)
			from unnest(?::text[]) as form cross join %s where stem <> ''), '{}')) || array_to_tsvector(?::text[])"""
		.formatted(SearchableText.PLAIN_IN_SQL, PLAIN.formatted("stem"), STEMS);

	/** Each word has to be there, by its beginning or in another form. */
	private static final String ASKED_IN_SQL = """
			search @@ (select string_agg('(' || concat_ws(' | ', nullif(to_tsquery('simple',
			regexp_replace(plain, ' +', ':* & ', 'g') || ':*')::text, ''), forms) || ')', ' & ')::tsquery
			from unnest(?::text[], ?::text[]) as asked (word, spellings)
			cross join lateral (select trim(%s) as plain) as plain_word
			cross join lateral (select string_agg(distinct '''=' || left(form, 2) || %s || '''', ' | ') as forms
			from unnest(string_to_array(spellings, ',')) as form cross join %s where stem <> '') as stemmed
			where plain <> '')""".formatted(PLAIN.formatted("word"), PLAIN.formatted("stem"), STEMS);

	private WordIndex() {
	}

	/** What stands in the index for these words. */
	static Object[] parameters(Words words) {
		Set<String> forms = new LinkedHashSet<>();
		Set<String> whole = new LinkedHashSet<>(words.marks());
		for (Passage passage : words.passages()) {
			for (String word : written(passage.text())) {
				for (String language : languages(passage.language())) {
					forms.addAll(forms(word, language));
					// Its dictionary makes "mujer" of "mujeres", and "muj" of "mujer".
					if (language.equals(SPANISH)) {
						whole.add(STEM_MARK + language + SearchableText.of(word));
					}
				}
			}
		}
		return new Object[] { words.passages()
			.stream()
			.map(Passage::text)
			.map(SearchableText::of)
			.filter(text -> !text.isEmpty())
			.collect(Collectors.joining(" ")), forms.toArray(String[]::new), whole.toArray(String[]::new) };
	}

	/**
	 * @param words of letters and digits only, as they were typed
	 */
	static SqlCondition asking(List<String> words) {
		return SqlCondition.of(ASKED_IN_SQL, words.stream().map(SearchableText::of).toArray(String[]::new),
				words.stream()
					.map(word -> LANGUAGES.stream()
						.flatMap(language -> forms(word, language).stream())
						.collect(Collectors.joining(",")))
					.toArray(String[]::new));
	}

	/** What carries a mark, whole. */
	static SqlCondition marked(String mark) {
		return SqlCondition.of("search @@ ?::tsquery", "'" + mark + "'");
	}

	/** The words of a text, with their accents, in small letters. */
	static List<String> written(String text) {
		return BETWEEN_WORDS.splitAsStream(Text.SEARCH.of(text).toLowerCase(Locale.ROOT))
			.map(word -> Normalizer.normalize(word, Normalizer.Form.NFC))
			.filter(word -> !SearchableText.of(word).isEmpty())
			.distinct()
			.toList();
	}

	private static List<String> languages(String language) {
		return LANGUAGES.contains(language) ? List.of(language) : LANGUAGES;
	}

	private static List<String> forms(String word, String language) {
		String plain = SearchableText.of(word);
		String accented = language.equals(SPANISH) ? SPANISH_ION.matcher(plain).replaceAll("ión")
				: language.equals(FRENCH) ? FRENCH_E.matcher(plain).replaceAll("é$1") : plain;
		return Stream.of(word, plain, accented)
			.filter(form -> form.length() <= LONGEST_FORM && form.indexOf(' ') < 0)
			.distinct()
			.map(form -> language + " " + form)
			.toList();
	}

}
