package org.calltolocalaction.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was understood of what was typed.
 *
 * @param all choices that have to hold together; none finds everything
 * @param mistakes words that were not understood, and which the search goes without
 */
public record SearchQuery(List<Choice> all, List<Mistake> mistakes) {

	public SearchQuery {
		all = List.copyOf(all);
		mistakes = List.copyOf(mistakes);
	}

	/** Whether anything is asked of the key. */
	public boolean asksFor(String key) {
		return criteria().map(SearchQuery::key).anyMatch(key::equals);
	}

	private static String key(Criterion criterion) {
		if (criterion instanceof Criterion.Code code) {
			return code.key();
		}
		if (criterion instanceof Criterion.Day day) {
			return day.key();
		}
		return criterion instanceof Criterion.Amount amount ? amount.key() : "";
	}

	private Stream<Criterion> criteria() {
		return all.stream().flatMap(choice -> choice.any().stream()).map(Term::criterion);
	}

}
