package org.calltolocalaction.search;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.kernel.text.TypedDate;
import org.calltolocalaction.search.SearchMistake.Reason;

/**
 * Reads what was typed into the search of a list: words, {@code "phrases"},
 * {@code key:value}, {@code -} before what is not wanted, and {@code OR} between two of
 * which one suffices. Everything else has to hold together. What is not understood is
 * named and left out.
 */
public final class SearchSyntax {

	/**
	 * What of a longer text is not read any more; a search box need not take more than
	 * that.
	 */
	public static final int LONGEST = 300;

	/** How many words and conditions one search may have. */
	public static final int MOST_TERMS = 20;

	/**
	 * How many words that are not understood are named; of what comes after them nothing
	 * is read.
	 */
	public static final int MOST_MISTAKES = 5;

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

	/** What tells that a number is one of days. */
	private static final Pattern DAYS = Pattern.compile("([0-9])d$");

	/** Years of four digits, so that the day after is one, too. */
	private static final int LAST_YEAR = 2999;

	private static final Pattern NOT_COMPARABLE = Pattern.compile("[<>].*");

	private final Map<String, SearchKey> keys;

	private final boolean numbered;

	/** What the values of a key are called, once somebody has mistyped one. */
	private final Map<String, List<NearestMatch.Name>> names = new ConcurrentHashMap<>();

	public SearchSyntax(List<SearchKey> keys) {
		this(keys, false);
	}

	private SearchSyntax(List<SearchKey> keys, boolean numbered) {
		this.keys = keys.stream()
			.collect(Collectors.toMap(SearchKey::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
		this.numbered = numbered;
	}

	/**
	 * The same for a list that knows the marks of {@link NumberedCodes}: a name and its
	 * number are one word then.
	 */
	public static SearchSyntax withNumberedCodes(List<SearchKey> keys) {
		return new SearchSyntax(keys, true);
	}

	/** What a word asks, or what is wrong with it. */
	sealed interface Reading {

	}

	record Understood(SearchCriterion criterion) implements Reading {
	}

	record NotUnderstood(Reason reason, Optional<String> proposal) implements Reading {
	}

	/** What was typed, as far as it can be understood. */
	public SearchQuery read(String typed) {
		QueryBuilder query = new QueryBuilder();
		for (SearchWord word : words(typed.substring(0, Math.min(typed.length(), LONGEST)))) {
			if (query.full()) {
				break;
			}
			if (word.or()) {
				query.or(word);
			}
			else if (saysSomething(word)) {
				query.add(word, read(word));
			}
		}
		return query.build();
	}

	private List<SearchWord> words(String typed) {
		List<SearchWord> words = SearchWord.of(typed);
		return numbered ? SearchWord.together(words, typed, NumberedCodes.MOST_WORDS, this::isNumberedCode) : words;
	}

	/** A colon behind the name of a key makes a condition of it, whatever else it is. */
	private boolean isNumberedCode(String asked) {
		int colon = asked.indexOf(':');
		return numbered && (colon < 0 || !keys.containsKey(asked.substring(0, colon).toLowerCase(Locale.ROOT)))
				&& NumberedCodes.of(asked).isPresent();
	}

	private static boolean saysSomething(SearchWord word) {
		return !SearchableText.of(word.typed()).isEmpty();
	}

	private Reading read(SearchWord word) {
		String asked = word.asked();
		int colon = asked.indexOf(':');
		if (word.quoted() || colon <= 0 || isNumberedCode(asked)) {
			return new Understood(new SearchCriterion.Text(SearchWord.withoutQuotes(asked), word.quoted()));
		}
		String name = asked.substring(0, colon).toLowerCase(Locale.ROOT);
		String value = SearchWord.withoutQuotes(asked.substring(colon + 1));
		SearchKey key = keys.get(name);
		if (key == null) {
			return new NotUnderstood(Reason.UNKNOWN_KEY,
					NearestMatch.key(name, keys.values()).map(near -> near + asked.substring(colon)));
		}
		return value.isEmpty() ? new NotUnderstood(Reason.VALUE_MISSING, Optional.empty()) : read(key, value);
	}

	private Reading read(SearchKey key, String value) {
		Optional<String> code = key.code(value);
		if (code.isPresent()) {
			return new Understood(new SearchCriterion.Code(key.name(), code.get()));
		}
		return switch (key.kind()) {
			case CODE -> notAmongCodes(key, value);
			case NUMBER -> number(key, value);
			case LENGTH -> number(key, DAYS.matcher(value).replaceFirst("$1"));
			case DAY -> day(key, value);
			case TEXT -> new Understood(new SearchCriterion.Word(key.name(), value));
		};
	}

	private Reading notAmongCodes(SearchKey key, String value) {
		Reason reason = NOT_COMPARABLE.matcher(value).matches() ? Reason.NOT_COMPARABLE : Reason.UNKNOWN_VALUE;
		return new NotUnderstood(reason, nearest(key, Comparison.cutFrom(value)));
	}

	private Reading number(SearchKey key, String value) {
		String number = Comparison.cutFrom(value);
		if (!NUMBER.matcher(number).matches()) {
			return new NotUnderstood(Reason.NO_NUMBER, nearest(key, value));
		}
		return new Understood(
				new SearchCriterion.Amount(key.name(), Comparison.before(value), Integer.parseInt(number)));
	}

	private Reading day(SearchKey key, String value) {
		return day(Comparison.cutFrom(value))
			.<Reading>map(day -> new Understood(new SearchCriterion.Day(key.name(), Comparison.before(value), day)))
			.orElseGet(() -> new NotUnderstood(Reason.NO_DAY, nearest(key, value)));
	}

	private static Optional<LocalDate> day(String typed) {
		return TypedDate.of(typed).date().filter(date -> date.getYear() <= LAST_YEAR);
	}

	private Optional<String> nearest(SearchKey key, String value) {
		return NearestMatch.value(value, names.computeIfAbsent(key.name(), name -> NearestMatch.names(key.known())))
			.map(key::word);
	}

}
