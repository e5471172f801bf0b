package org.calltolocalaction.coordination.web.trail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.coordination.ReadTrail;
import org.calltolocalaction.coordination.trail.SearchTrail;
import org.calltolocalaction.coordination.trail.SearchTrail.Found;
import org.calltolocalaction.coordination.trail.TrailProof;
import org.calltolocalaction.coordination.trail.TrailSearch;
import org.calltolocalaction.coordination.web.TrailReadout;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.search.DrawnSuggestions;
import org.calltolocalaction.search.Example;
import org.calltolocalaction.search.MistakeView;
import org.calltolocalaction.search.SearchChip;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.Suggestion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the pages of the trail show. */
@Component
class TrailPages {

	private static final List<Example> EXAMPLES = List.of(new Example("trail-about", "CLA-2026-0001"),
			new Example("trail-who", "who:ana@example.org"), new Example("trail-me", "who:me"),
			new Example("trail-site", "who:site"), new Example("trail-kind", "kind:pledge.submitted"),
			new Example("trail-day", "day:>=2026-10-01 day:<2026-11-01"),
			new Example("trail-or", "kind:pledge.withdrawn OR kind:pledge.revived"),
			new Example("trail-without", "CLA-2026-0001 -who:site"));

	private final SearchTrail find;

	private final TrailSearch search;

	private final TrailProof proof;

	private final TrailReadout readout;

	TrailPages(SearchTrail find, TrailSearch search, TrailProof proof, TrailReadout readout) {
		this.find = find;
		this.search = search;
		this.proof = proof;
		this.readout = readout;
	}

	/**
	 * The trail as it was searched.
	 *
	 * @param suggestions for the box, as drawn options
	 * @param newer the address of the page before; null where this is the first
	 * @param older the address of the page behind; null where this is the last
	 */
	record TrailPage(String typed, List<MistakeView> mistakes, List<SearchChip> chips, String suggestions,
			List<Line> lines, @Nullable String newer, @Nullable String older, TrailProof.Standing standing) {
	}

	/**
	 * One entry.
	 *
	 * @param about what people call that which it is about, or its identifier
	 * @param aboutLink to all entries about the same
	 * @param proved whether it is in a checkpoint
	 */
	record Line(EntryId id, TrailReadout.Act act, String about, String aboutLink, boolean proved) {
	}

	/** What can be typed into the search. */
	record TrailHelpPage(List<Example> examples, List<SearchKey> keys) {
	}

	TrailPage page(TrailQuery query, Person by, ReaderTimes times, Locale language) {
		SearchQuery asked = search.read(query.words(), language);
		Found found = find.find(asked, query.position(), by);
		List<Line> lines = found.trail().entries().stream().map(entry -> line(entry, found, times, language)).toList();
		Optional<EntryId> first = lines.stream().findFirst().map(Line::id);
		Optional<EntryId> last = lines.stream().skip(Math.max(0, lines.size() - 1)).findFirst().map(Line::id);
		return new TrailPage(query.words(), MistakeView.in(asked, query.words(), TrailQuery::searching),
				SearchChip.in(query.words(), TrailQuery::searching),
				DrawnSuggestions.options(Suggestion.after(query.words(), search.keys(language))), lines,
				found.newer() ? first.map(query::newerThan).orElse(TrailQuery.searching(query.words())) : null,
				found.older() ? last.map(query::olderThan).orElse(null) : null, proof.standing(by));
	}

	TrailHelpPage help(Locale language) {
		return new TrailHelpPage(EXAMPLES, search.keys(language));
	}

	private Line line(RecordedEntry entry, Found found, ReaderTimes times, Locale language) {
		return new Line(entry.id(), readout.act(entry, found.trail(), times, language), about(entry, found),
				TrailQuery.searching(entry.about()), found.proved().contains(entry.id()));
	}

	private static String about(RecordedEntry entry, Found found) {
		if (ReadTrail.aboutAccount(entry)) {
			return found.trail().person(AccountId.of(entry.about())).map(Person::shownEmail).orElse(entry.about());
		}
		return found.governments().getOrDefault(entry.about(), entry.about());
	}

}
