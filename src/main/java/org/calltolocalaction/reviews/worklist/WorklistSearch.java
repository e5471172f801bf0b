package org.calltolocalaction.reviews.worklist;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.reviews.address.WorklistKeys;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchKey.Value;
import org.calltolocalaction.search.VocabularyKeys;
import org.springframework.stereotype.Component;

/**
 * The search of the worklist: its keys, and the values that each of them has for this
 * reviewer.
 */
@Component
public class WorklistSearch {

	static final String STATE = "state";

	static final String ROUND = "round";

	static final String ME = "me";

	private final VocabularyKeys ofVocabulary;

	private final People people;

	WorklistSearch(VocabularyKeys ofVocabulary, People people) {
		this.ofVocabulary = ofVocabulary;
		this.people = people;
	}

	/** In the order in which they are proposed, to somebody who reads that language. */
	public List<SearchKey> keys(Person reviewer, Locale reader) {
		Stream<SearchKey> ofReviews = Stream.of(SearchKey.ofDays(WorklistKeys.DUE, List.of(word(WorklistKeys.OVERDUE))),
				SearchKey.ofDays(WorklistKeys.COMPLETED, List.of()),
				SearchKey.ofCodes(WorklistKeys.REVIEWER, reviewers(reviewer)), SearchKey.ofNumbers(ROUND),
				SearchKey.ofCodes(STATE, states()));
		return Stream.concat(ofReviews, ofVocabulary.of(reader).stream()).toList();
	}

	private List<Value> reviewers(Person reviewer) {
		Stream<Value> colleagues = people.reviewersOf(reviewer.requirePartner())
			.stream()
			.map(Person::name)
			.distinct()
			.map(WorklistSearch::word);
		return Stream.concat(Stream.of(word(ME), word(WorklistKeys.NONE)), colleagues).toList();
	}

	private static List<Value> states() {
		return Stream.of(ReviewState.values()).map(state -> word(state.name().toLowerCase(Locale.ROOT))).toList();
	}

	private static Value word(String word) {
		return new Value(word, List.of());
	}

}
