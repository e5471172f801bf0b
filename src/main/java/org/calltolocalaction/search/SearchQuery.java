package org.calltolocalaction.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was understood of what was typed.
 *
 * @param all choices that have to hold together; none finds everything
 * @param mistakes words that were not understood, and which the search goes without
 */
public record SearchQuery(List<Choice> all, List<SearchMistake> mistakes) {

	public SearchQuery {
		all = List.copyOf(all);
		mistakes = List.copyOf(mistakes);
	}

	/** Whether anything is asked of the key. */
	public boolean asksFor(String key) {
		return criteria().map(SearchQuery::key).anyMatch(key::equals);
	}

	private static String key(SearchCriterion criterion) {
		if (criterion instanceof SearchCriterion.Code code) {
			return code.key();
		}
		if (criterion instanceof SearchCriterion.Word word) {
			return word.key();
		}
		if (criterion instanceof SearchCriterion.Day day) {
			return day.key();
		}
		return criterion instanceof SearchCriterion.Amount amount ? amount.key() : "";
	}

	private Stream<SearchCriterion> criteria() {
		return all.stream().flatMap(choice -> choice.any().stream()).map(SearchTerm::criterion);
	}

}
