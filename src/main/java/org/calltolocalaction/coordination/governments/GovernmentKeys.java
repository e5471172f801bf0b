package org.calltolocalaction.coordination.governments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchKey.Value;
import org.calltolocalaction.search.VocabularyKeys;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** What can be asked of the list of governments, and the values that there are. */
@Component
public class GovernmentKeys {

	static final String TYPE = "type";

	static final String MEMBERS = "members";

	static final String PLEDGES = "pledges";

	static final String DRAFTS = "drafts";

	static final String ENDORSED = "endorsed";

	static final String STANDING = "standing";

	static final String STATE = "state";

	static final String REGISTERED = "registered";

	static final String YES = "yes";

	static final String CLOSED = "closed";

	private final VocabularyKeys ofVocabulary;

	private final Vocabulary vocabulary;

	GovernmentKeys(VocabularyKeys ofVocabulary, Vocabulary vocabulary) {
		this.ofVocabulary = ofVocabulary;
		this.vocabulary = vocabulary;
	}

	/** In the order in which they are proposed. */
	public List<SearchKey> of(Locale reader) {
		Stream<SearchKey> own = Stream.of(SearchKey.ofCodes(STANDING, standings()),
				SearchKey.ofCodes(TYPE, types(reader)), SearchKey.ofNumbers(MEMBERS), SearchKey.ofNumbers(PLEDGES),
				SearchKey.ofNumbers(DRAFTS), SearchKey.ofCodes(ENDORSED, words(YES, "no")),
				SearchKey.ofCodes(STATE, words("open", CLOSED)), SearchKey.ofDays(REGISTERED, List.of()));
		return Stream
			.concat(own,
					ofVocabulary.of(reader)
						.stream()
						.filter(key -> List.of(VocabularyKeys.SECTION, VocabularyKeys.COUNTRY).contains(key.name())))
			.toList();
	}

	private List<Value> types(Locale reader) {
		return vocabulary.codes(Vocabulary.GOVERNMENT_TYPES)
			.stream()
			.map(code -> new Value(code, List.copyOf(vocabulary.names(Vocabulary.GOVERNMENT_TYPES, code, reader))))
			.toList();
	}

	private static List<Value> standings() {
		return words(Arrays.stream(GovernmentStanding.values()).map(GovernmentStanding::word).toArray(String[]::new));
	}

	private static List<Value> words(String... words) {
		return Arrays.stream(words).map(word -> new Value(word, List.of())).toList();
	}

}
