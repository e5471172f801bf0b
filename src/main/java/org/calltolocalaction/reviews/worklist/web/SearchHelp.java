package org.calltolocalaction.reviews.worklist.web;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.worklist.ArrangeWorklist;
import org.calltolocalaction.reviews.worklist.WorklistSearch;
import org.calltolocalaction.reviews.worklist.WorklistSettings;
import org.calltolocalaction.search.Example;
import org.calltolocalaction.search.SearchKey;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Shows what can be typed into the search of the worklist, by examples that can be
 * followed.
 */
@Component
class SearchHelp {

	private static final List<Part> PARTS = List.of(
			new Part("words",
					List.of(new Example("words", "school water"), new Example("phrase", "\"welcome desk\""),
							new Example("without", "school -water"), new Example("or", "school OR training"))),
			new Part("conditions",
					List.of(new Example("country", "country:AR"), new Example("section", "section:LATAM"),
							new Example("objective", "objective:GCM-15"), new Example("language", "language:es"),
							new Example("round", "round:2"), new Example("state", "state:cancelled"))),
			new Part("dates",
					List.of(new Example("overdue", "due:overdue"), new Example("before", "due:<2027-09-20"),
							new Example("from", "due:>=2027-09-20"), new Example("on", "due:=2027-09-20"),
							new Example("completed", "completed:>=2027-09-20"))),
			new Part("people",
					List.of(new Example("me", "reviewer:me"), new Example("nobody", "reviewer:none"),
							new Example("colleague", "-reviewer:me -reviewer:none"))),
			new Part("together", List.of(new Example("together", "language:es country:AR OR country:CL -round:1"))));

	private final WorklistSearch search;

	private final ArrangeWorklist arrange;

	SearchHelp(WorklistSearch search, ArrangeWorklist arrange) {
		this.search = search;
		this.arrange = arrange;
	}

	/** Examples that belong together. */
	record Part(String name, List<Example> examples) {
	}

	/**
	 * What the page of the help shows.
	 *
	 * @param keys with the values that each of them takes
	 */
	record SearchHelpPage(List<Part> examples, List<SearchKey> keys, WorklistSettings settings) {
	}

	SearchHelpPage page(Person reviewer) {
		return new SearchHelpPage(PARTS, search.keys(reviewer, LocaleContextHolder.getLocale()),
				arrange.settings(reviewer));
	}

}
