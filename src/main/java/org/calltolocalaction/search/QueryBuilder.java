package org.calltolocalaction.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.search.SearchMistake.Reason;
import org.calltolocalaction.search.SearchSyntax.NotUnderstood;
import org.calltolocalaction.search.SearchSyntax.Reading;
import org.calltolocalaction.search.SearchSyntax.Understood;

/** Puts a query together, word by word. {@code OR} binds closer than a space. */
final class QueryBuilder {

	private final List<List<SearchTerm>> choices = new ArrayList<>();

	private final List<SearchMistake> mistakes = new ArrayList<>();

	/**
	 * The choice to which the word before belongs; none at the beginning, and after a
	 * word that was left out.
	 */
	private Optional<List<SearchTerm>> present = Optional.empty();

	private Optional<SearchWord> or = Optional.empty();

	private boolean something;

	private int terms;

	void or(SearchWord word) {
		if (!something || or.isPresent()) {
			mistake(word, Reason.NOTHING_TO_CHOOSE, Optional.empty());
			return;
		}
		or = Optional.of(word);
	}

	void add(SearchWord word, Reading reading) {
		something = true;
		if (reading instanceof NotUnderstood wrong) {
			mistake(word, wrong.reason(), wrong.proposal().map(word::instead));
			present = or.isPresent() ? present : Optional.empty();
		}
		else if (terms == SearchSyntax.MOST_TERMS) {
			mistake(word, Reason.TOO_MANY, Optional.empty());
		}
		else if (reading instanceof Understood right) {
			add(new SearchTerm(right.criterion(), word.negated()));
		}
		or = Optional.empty();
	}

	/**
	 * Whether there is nothing to be gained from reading on: what is wrong with it fills
	 * the page.
	 */
	boolean full() {
		return mistakes.size() >= SearchSyntax.MOST_MISTAKES;
	}

	SearchQuery build() {
		or.ifPresent(word -> mistake(word, Reason.NOTHING_TO_CHOOSE, Optional.empty()));
		return new SearchQuery(choices.stream().map(Choice::new).toList(), mistakes);
	}

	private void add(SearchTerm term) {
		terms++;
		List<SearchTerm> choice = or.flatMap(word -> present).orElseGet(this::anotherChoice);
		choice.add(term);
		present = Optional.of(choice);
	}

	private List<SearchTerm> anotherChoice() {
		List<SearchTerm> another = new ArrayList<>();
		choices.add(another);
		return another;
	}

	private void mistake(SearchWord word, Reason reason, Optional<String> proposal) {
		mistakes.add(new SearchMistake(word.typed(), reason, proposal, word.at()));
	}

}
