package org.calltolocalaction.reviews.judging.web;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.worklist.FindPosition;
import org.calltolocalaction.reviews.worklist.WorklistPosition;
import org.calltolocalaction.reviews.worklist.WorklistSearch;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Leads a reviewer through a list: says where they are, and which review comes next. */
@Component
class WorkThrough {

	private static final SearchQuery EVERYTHING = new SearchQuery(List.of(), List.of());

	private final FindPosition find;

	private final WorklistSearch search;

	WorkThrough(FindPosition find, WorklistSearch search) {
		this.find = find;
		this.search = search;
	}

	/** Nothing where the review was opened from no list. */
	Optional<WorklistPosition> place(WorklistOrigin from, Review review, Person reviewer) {
		return from.address()
			.flatMap(list -> find.of(review, list.tab(), query(list.typed(), reviewer), list.order(), reviewer));
	}

	/**
	 * Where to go from a review: to the next one of the list, and after the last one back
	 * to the list.
	 */
	String onward(WorklistOrigin from, Optional<WorklistPosition> place) {
		Optional<PledgeReference> next = place.flatMap(WorklistPosition::next);
		return next.map(from::review).orElseGet(from::list);
	}

	private SearchQuery query(String typed, Person reviewer) {
		return typed.isEmpty() ? EVERYTHING
				: new SearchSyntax(search.keys(reviewer, LocaleContextHolder.getLocale())).read(typed);
	}

}
