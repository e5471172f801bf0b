package org.calltolocalaction.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.search.SearchKey.Value;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * The keys that every list of pledges has, with the vocabulary's codes as their values.
 */
@Component
public class VocabularyKeys {

	public static final String COUNTRY = "country";

	public static final String SECTION = "section";

	public static final String OBJECTIVE = "objective";

	public static final String LANGUAGE = "language";

	private final Vocabulary vocabulary;

	/**
	 * By the reader's language: three hundred names in all languages, for each page with
	 * a search.
	 */
	private final Map<Locale, List<SearchKey>> read = new ConcurrentHashMap<>();

	VocabularyKeys(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	/** In the order in which they are proposed, to somebody who reads that language. */
	public List<SearchKey> of(Locale reader) {
		return read.computeIfAbsent(Languages.nearest(reader), this::keys);
	}

	private List<SearchKey> keys(Locale reader) {
		return List.of(SearchKey.ofCodes(LANGUAGE, terms(Vocabulary.LANGUAGES, reader).toList()),
				SearchKey.ofCodes(SECTION, terms(Vocabulary.REGIONS, reader).toList()),
				SearchKey.ofCodes(OBJECTIVE, objectives(reader)),
				SearchKey.ofCodes(COUNTRY, terms(Vocabulary.COUNTRIES, reader).toList()));
	}

	private List<Value> objectives(Locale reader) {
		return Stream.concat(terms(Vocabulary.GCM_OBJECTIVES, reader), terms(Vocabulary.GCR_OBJECTIVES, reader))
			.toList();
	}

	private Stream<Value> terms(String list, Locale reader) {
		return vocabulary.codes(list).stream().map(code -> new Value(code, labels(list, code, reader)));
	}

	private List<String> labels(String list, String code, Locale reader) {
		return Stream.concat(Stream.of(reader), Languages.ALL.stream())
			.flatMap(language -> vocabulary.names(list, code, language).stream())
			.distinct()
			.toList();
	}

}
