package org.calltolocalaction.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.SearchableText;
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
		return new SearchSyntax(keys(reader)).read(typed);
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

	/** One for each choice that asks something. */
	static List<SqlCondition> conditions(SearchQuery query) {
		return query.all()
			.stream()
			.map(choice -> choice.condition(PublishedSearch::condition))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<SqlCondition> condition(SearchCriterion criterion) {
		if (criterion instanceof SearchCriterion.Text text) {
			return words(text);
		}
		if (criterion instanceof SearchCriterion.Amount year) {
			return Optional.of(SqlCondition.of("edition_year " + year.comparison().symbol() + " ?", year.number()));
		}
		return Optional.of(code((SearchCriterion.Code) criterion));
	}

	/** Nothing where what was typed has no letter and no digit. */
	private static Optional<SqlCondition> words(SearchCriterion.Text text) {
		String words = text.phrase() ? SearchableText.of(text.words()) : SearchableText.typed(text.words());
		return words.isEmpty() ? Optional.empty() : Optional
			.of(SqlCondition.of("search @@ " + (text.phrase() ? PHRASE_IN_SQL : SearchableText.QUERY_IN_SQL), words));
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
