package org.calltolocalaction.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.search.NumberedCodes;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * Says by which words a published pledge is found: what it says, in its own language, and
 * what its codes are called, in all of them.
 */
@Component
class PledgeWords {

	/** Raised where words are made in another way, so that each row is made anew. */
	private static final int WAY = 1;

	/** The codes that a pledge carries, by the question that they answer. */
	private enum Carried {

		MAIN_GCM(PledgeQuestion.MAIN_GCM_OBJECTIVES, Vocabulary.GCM_OBJECTIVES),
		FURTHER_GCM(PledgeQuestion.FURTHER_GCM_OBJECTIVES, Vocabulary.GCM_OBJECTIVES),
		GCR(PledgeQuestion.GCR_OBJECTIVES, Vocabulary.GCR_OBJECTIVES),
		PRIORITIES(PledgeQuestion.PRIORITY_OBJECTIVES, Vocabulary.PRIORITY_OBJECTIVES),
		SDGS(PledgeQuestion.SDGS, Vocabulary.SDGS),
		BENEFICIARIES(PledgeQuestion.BENEFICIARIES, Vocabulary.BENEFICIARIES),
		CONTRIBUTIONS(PledgeQuestion.CONTRIBUTIONS, Vocabulary.CONTRIBUTIONS);

		private final PledgeQuestion question;

		private final String list;

		Carried(PledgeQuestion question, String list) {
			this.question = question;
			this.list = list;
		}

	}

	private static final List<String> OF_GOVERNMENTS = List.of(Vocabulary.COUNTRIES, Vocabulary.REGIONS,
			Vocabulary.GOVERNMENT_TYPES);

	private final Vocabulary vocabulary;

	private final String made;

	PledgeWords(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
		this.made = WAY + "-" + checksum();
	}

	/**
	 * A text in the index.
	 *
	 * @param language whose dictionary knows its words; empty where nobody said
	 */
	record Passage(String text, String language) {
	}

	/**
	 * All by which it is found.
	 *
	 * @param marks that are found whole only
	 */
	record Words(List<Passage> passages, Set<String> marks) {
	}

	/** Whose pledge it is, as the public list has it. */
	record Pledging(String name, String type, String country, String region) {
	}

	/**
	 * Of what the words of a row are made that is written now, apart from its answers.
	 */
	String made() {
		return made;
	}

	/**
	 * @param content as far as everybody may read it
	 */
	Words of(String reference, Pledging government, PledgeContent content) {
		List<Passage> passages = new ArrayList<>();
		passages.add(new Passage(String.join(" ", reference, government.name(), content.title(), content.summary(),
				content.expectedImpact(), content.partners(), content.jointWith()), content.language()));
		Set<String> marks = new LinkedHashSet<>(NumberedCodes.in(passages.get(0).text()));
		called(Vocabulary.COUNTRIES, government.country(), passages);
		called(Vocabulary.REGIONS, government.region(), passages);
		called(Vocabulary.GOVERNMENT_TYPES, government.type(), passages);
		for (Carried carried : Carried.values()) {
			for (String code : content.answers().list(carried.question.key())) {
				called(carried.list, code, passages);
				marks.addAll(NumberedCodes.marksOf(code));
				passages.add(new Passage(String.join(" ", NumberedCodes.lettersOf(code)), ""));
			}
		}
		return new Words(passages, marks);
	}

	private void called(String list, String code, List<Passage> passages) {
		if (!vocabulary.contains(list, code)) {
			return;
		}
		for (Locale language : Languages.ALL) {
			Set<String> names = new LinkedHashSet<>(
					List.of(vocabulary.label(list, code, language), vocabulary.shortLabel(list, code, language)));
			names.addAll(vocabulary.alsoCalled(list, code, language));
			names.forEach(name -> passages.add(new Passage(name, language.getLanguage())));
		}
	}

	private String checksum() {
		CRC32 sum = new CRC32();
		Stream.concat(OF_GOVERNMENTS.stream(), Stream.of(Carried.values()).map(carried -> carried.list))
			.distinct()
			.sorted()
			.flatMap(list -> vocabulary.codes(list).stream().sorted().flatMap(code -> {
				List<Passage> passages = new ArrayList<>();
				called(list, code, passages);
				return Stream.concat(Stream.of(code), passages.stream().map(Passage::text));
			}))
			.forEach(text -> sum.update(text.getBytes(StandardCharsets.UTF_8)));
		return Long.toHexString(sum.getValue());
	}

}
