package org.calltolocalaction.reviews.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Languages;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchKey.Value;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** What can be asked of the worklist: its keys, and the values that each of them has for this reviewer. */
@Component
public class WorklistSearch {

	static final String COUNTRY = "country";

	static final String SECTION = "section";

	static final String OBJECTIVE = "objective";

	static final String LANGUAGE = "language";

	static final String STATE = "state";

	static final String REVIEWER = "reviewer";

	static final String DUE = "due";

	static final String COMPLETED = "completed";

	static final String ROUND = "round";

	static final String ME = "me";

	static final String NONE = "none";

	private final Vocabulary vocabulary;

	private final People people;

	/** By the reader's language: three hundred names in all languages, for each page of the worklist. */
	private final Map<Locale, List<SearchKey>> ofVocabulary = new ConcurrentHashMap<>();

	WorklistSearch(Vocabulary vocabulary, People people) {
		this.vocabulary = vocabulary;
		this.people = people;
	}

	/** In the order in which they are proposed, to somebody who reads that language. */
	public List<SearchKey> keys(Person reviewer, Locale reader) {
		Stream<SearchKey> ofReviews = Stream.of(SearchKey.ofDays(DUE, List.of(word("overdue"))),
				SearchKey.ofDays(COMPLETED, List.of()), SearchKey.ofCodes(REVIEWER, reviewers(reviewer)),
				SearchKey.ofNumbers(ROUND), SearchKey.ofCodes(STATE, states()));
		return Stream.concat(ofReviews,
				ofVocabulary.computeIfAbsent(Languages.nearest(reader), this::ofVocabulary).stream()).toList();
	}

	private List<SearchKey> ofVocabulary(Locale reader) {
		return List.of(SearchKey.ofCodes(LANGUAGE, terms(Vocabulary.LANGUAGES, reader).toList()),
				SearchKey.ofCodes(SECTION, terms(Vocabulary.REGIONS, reader).toList()),
				SearchKey.ofCodes(OBJECTIVE, objectives(reader)),
				SearchKey.ofCodes(COUNTRY, terms(Vocabulary.COUNTRIES, reader).toList()));
	}

	private List<Value> reviewers(Person reviewer) {
		Stream<Value> colleagues = people.reviewersOf(reviewer.requirePartner())
			.stream()
			.map(Person::name)
			.distinct()
			.map(WorklistSearch::word);
		return Stream.concat(Stream.of(word(ME), word(NONE)), colleagues).toList();
	}

	private static List<Value> states() {
		return Stream.of(ReviewState.values()).map(state -> word(state.name().toLowerCase(Locale.ROOT))).toList();
	}

	private List<Value> objectives(Locale reader) {
		return Stream.concat(terms(Vocabulary.GCM_OBJECTIVES, reader), terms(Vocabulary.GCR_OBJECTIVES, reader)).toList();
	}

	private Stream<Value> terms(String list, Locale reader) {
		return vocabulary.codes(list).stream().map(code -> new Value(code, labels(list, code, reader)));
	}

	private List<String> labels(String list, String code, Locale reader) {
		return Stream.concat(Stream.of(reader), Languages.ALL.stream())
			.flatMap(language -> Stream.of(vocabulary.shortLabel(list, code, language), vocabulary.label(list, code, language)))
			.distinct()
			.toList();
	}

	private static Value word(String word) {
		return new Value(word, List.of());
	}

}
