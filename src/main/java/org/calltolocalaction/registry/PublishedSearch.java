package org.calltolocalaction.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.search.Choice;
import org.calltolocalaction.search.NumberedCodes;
import org.calltolocalaction.search.SearchCriterion;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchKey.Value;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.search.SqlCondition;
import org.calltolocalaction.search.VocabularyKeys;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What can be asked of the public list, in the syntax of all the desk's searches, and
 * what that is in SQL.
 */
@Component
public class PublishedSearch {

	private static final String EDITION = "edition";

	private static final String STAGE = "stage";

	/**
	 * How far what was pledged has come, as it is typed; stored with capitals and an
	 * underscore.
	 */
	private static final List<String> STAGES = List.of("planning", "in-progress", "fulfilled");

	/**
	 * As many as there may be terms: each beginning of a word costs the index something.
	 */
	private static final int MOST_WORDS = SearchSyntax.MOST_TERMS;

	private static final String PHRASE_IN_SQL = "phraseto_tsquery('simple', %s)".formatted(SearchableText.PLAIN_IN_SQL);

	private final VocabularyKeys ofVocabulary;

	private final MessageSource messages;

	PublishedSearch(VocabularyKeys ofVocabulary, MessageSource messages) {
		this.ofVocabulary = ofVocabulary;
		this.messages = messages;
	}

	/** In the order in which they are proposed, to somebody who reads that language. */
	public List<SearchKey> keys(Locale reader) {
		return Stream
			.concat(Stream.of(SearchKey.ofNumbers(EDITION), SearchKey.ofCodes(STAGE, stages(reader))),
					ofVocabulary.of(reader).stream())
			.toList();
	}

	/** What was typed, as far as it can be understood. */
	public SearchQuery read(String typed, Locale reader) {
		return SearchSyntax.withNumberedCodes(keys(reader)).read(typed);
	}

	private List<Value> stages(Locale reader) {
		return STAGES.stream()
			.map(stage -> new Value(stage,
					Stream.concat(Stream.of(reader), Languages.ALL.stream())
						.map(language -> messages.getMessage("reports.stage." + stored(stage), null, language))
						.distinct()
						.toList()))
			.toList();
	}

	private static String stored(String stage) {
		return stage.toUpperCase(Locale.ROOT).replace('-', '_');
	}

	/**
	 * The words that all have to be there are one question to the index, which begins
	 * with the rarest of them; and one for each other choice that asks something.
	 */
	static List<SqlCondition> conditions(SearchQuery query) {
		List<String> together = query.all()
			.stream()
			.flatMap(choice -> plainWords(choice).stream())
			.flatMap(text -> words(text.words()).stream())
			.toList();
		return Stream
			.concat(asking(together).stream(),
					query.all()
						.stream()
						.filter(choice -> plainWords(choice).isEmpty())
						.map(choice -> choice.condition(PublishedSearch::condition))
						.flatMap(Optional::stream))
			.toList();
	}

	/** What a choice asks, where that is no more than that words are there. */
	private static Optional<SearchCriterion.Text> plainWords(Choice choice) {
		return choice.any().size() == 1 && !choice.any().get(0).negated()
				&& choice.any().get(0).criterion() instanceof SearchCriterion.Text text && !text.phrase()
				&& NumberedCodes.of(text.words()).isEmpty() ? Optional.of(text) : Optional.empty();
	}

	private static Optional<SqlCondition> condition(SearchCriterion criterion) {
		if (criterion instanceof SearchCriterion.Text text) {
			return text(text);
		}
		if (criterion instanceof SearchCriterion.Amount year) {
			return Optional.of(SqlCondition.of("edition_year " + year.comparison().symbol() + " ?", year.number()));
		}
		return Optional.of(code((SearchCriterion.Code) criterion));
	}

	/** Nothing where what was typed has no letter and no digit. */
	private static Optional<SqlCondition> text(SearchCriterion.Text text) {
		Optional<SqlCondition> marked = NumberedCodes.of(text.words()).map(WordIndex::marked);
		if (marked.isPresent() || !text.phrase()) {
			return marked.or(() -> asking(words(text.words())));
		}
		String phrase = SearchableText.of(text.words());
		return phrase.isEmpty() ? Optional.empty() : Optional.of(SqlCondition.of("search @@ " + PHRASE_IN_SQL, phrase));
	}

	private static List<String> words(String typed) {
		return WordIndex.written(typed).stream().limit(SearchableText.MOST_WORDS).toList();
	}

	private static Optional<SqlCondition> asking(List<String> words) {
		List<String> telling = words.stream().filter(word -> !SmallWords.has(word)).toList();
		List<String> asked = telling.isEmpty() ? words : telling;
		return asked.isEmpty() ? Optional.empty()
				: Optional.of(WordIndex.asking(asked.stream().distinct().limit(MOST_WORDS).toList()));
	}

	private static SqlCondition code(SearchCriterion.Code asked) {
		return switch (asked.key()) {
			case VocabularyKeys.COUNTRY -> SqlCondition.of("country = ?", asked.code());
			case VocabularyKeys.SECTION -> SqlCondition.of("region = ?", asked.code());
			case VocabularyKeys.LANGUAGE -> SqlCondition.of("language = ?", asked.code());
			case VocabularyKeys.OBJECTIVE -> SqlCondition.of("objectives @> array[?]::text[]", asked.code());
			case STAGE -> SqlCondition.of("stage = ?", stored(asked.code()));
			default -> throw new IllegalArgumentException("The public list has no key '" + asked.key() + "'");
		};
	}

}
