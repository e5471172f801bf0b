package org.calltolocalaction.coordination.lists;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchKey.Value;
import org.calltolocalaction.search.VocabularyKeys;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** What can be asked of the coordinators' lists, and the values that there are. */
@Component
public class ListKeys {

	static final String STATE = "state";

	static final String PARTNER = "partner";

	static final String LATE = "late";

	static final String SOON = "soon";

	static final String REVIEWER = "reviewer";

	static final String WAITING = "waiting";

	static final String GOVERNMENT = "government";

	static final String SUBMITTED = "submitted";

	static final String TIME = "time";

	static final String REPORT = "report";

	static final String MAIL = "mail";

	static final String STANDING = "standing";

	static final String WITHOUT = "without";

	static final String ANY = "any";

	static final String NONE = "none";

	static final String BLOCKS = "blocked";

	static final String MISSES = "missed";

	static final String FAILED = "failed";

	private final VocabularyKeys ofVocabulary;

	private final Vocabulary vocabulary;

	private final People people;

	private final PledgeForm form;

	ListKeys(VocabularyKeys ofVocabulary, Vocabulary vocabulary, People people, PledgeForm form) {
		this.form = form;
		this.ofVocabulary = ofVocabulary;
		this.vocabulary = vocabulary;
		this.people = people;
	}

	/** Of an edition's pledges, in the order in which they are proposed. */
	public List<SearchKey> ofPledges(Locale reader) {
		List<Value> partners = vocabulary.partners().stream().map(PartnerCode::value).map(ListKeys::word).toList();
		List<Value> anyPartner = Stream.concat(Stream.of(word(ANY)), partners.stream()).toList();
		Stream<SearchKey> own = Stream.of(
				SearchKey.ofCodes(STATE, Arrays.stream(Step.values()).map(step -> word(step.word())).toList()),
				SearchKey.ofCodes(PARTNER, anyPartner), SearchKey.ofCodes(LATE, anyPartner),
				SearchKey.ofCodes(SOON, anyPartner), SearchKey.ofLengths(WAITING), SearchKey.ofTexts(GOVERNMENT),
				SearchKey.ofDays(SUBMITTED, List.of()),
				SearchKey.ofCodes(TIME, Arrays.stream(Timeliness.values()).map(time -> word(word(time))).toList()),
				SearchKey.ofCodes(REPORT, List.of(word(BLOCKS), word(MISSES), word(NONE))),
				SearchKey.ofCodes(MAIL, List.of(word(FAILED))), SearchKey.ofCodes(STANDING, standings()),
				SearchKey.ofCodes(REVIEWER, reviewers()));
		return Stream.concat(own, ofPlaces(reader, VocabularyKeys.LANGUAGE)).toList();
	}

	/**
	 * Of drafts, of which nothing is known but whose they are, and to which parts of the
	 * form they have no answer yet.
	 */
	public List<SearchKey> ofDrafts(Locale reader) {
		return Stream.concat(
				Stream.of(SearchKey.ofTexts(GOVERNMENT), SearchKey.ofLengths(WAITING),
						SearchKey.ofCodes(STANDING, standings()),
						SearchKey.ofCodes(WITHOUT,
								form.definition().parts().stream().map(FormPart::id).map(ListKeys::word).toList())),
				ofPlaces(reader, VocabularyKeys.SECTION))
			.toList();
	}

	private Stream<SearchKey> ofPlaces(Locale reader, String other) {
		return ofVocabulary.of(reader)
			.stream()
			.filter(key -> List.of(other, VocabularyKeys.SECTION, VocabularyKeys.COUNTRY).contains(key.name()));
	}

	/** How a pledge's government stands. */
	private static List<Value> standings() {
		return Arrays.stream(GovernmentStanding.values()).map(standing -> word(standing.word())).toList();
	}

	private List<Value> reviewers() {
		Stream<String> names = vocabulary.partners()
			.stream()
			.flatMap(partner -> people.reviewersOf(partner).stream())
			.map(Person::name)
			.distinct();
		return Stream.concat(Stream.of(NONE), names).map(ListKeys::word).toList();
	}

	static String word(Timeliness time) {
		return time.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Value word(String word) {
		return new Value(word, List.of());
	}

	/** The search that finds what one of these figures counts. */
	public static String of(Step step) {
		return STATE + ":" + step.word();
	}

	public static String of(PartnerCode partner) {
		return PARTNER + ":" + partner;
	}

	public static String late(PartnerCode partner) {
		return LATE + ":" + partner;
	}

	public static String lateAtAnyPartner() {
		return LATE + ":" + ANY;
	}

	public static String soon(PartnerCode partner) {
		return SOON + ":" + partner;
	}

	public static String section(String code) {
		return VocabularyKeys.SECTION + ":" + code;
	}

	public static String submitted(LocalDate day) {
		return SUBMITTED + ":=" + day;
	}

	public static String blocksTheReport() {
		return REPORT + ":" + BLOCKS;
	}

	public static String missesTheReport() {
		return REPORT + ":" + MISSES;
	}

	public static String inNoReport() {
		return REPORT + ":" + NONE;
	}

	public static String mailFailed() {
		return MAIL + ":" + FAILED;
	}

	/** Of governments that stand so. */
	public static String of(GovernmentStanding standing) {
		return STANDING + ":" + standing.word();
	}

	/** Of what a reviewer has; of one without a name, what nobody has. */
	public static String reviewer(PartnerCode partner, String name) {
		return of(partner) + " " + SearchKey.ofTexts(REVIEWER).word(name.isEmpty() ? NONE : name);
	}

}
