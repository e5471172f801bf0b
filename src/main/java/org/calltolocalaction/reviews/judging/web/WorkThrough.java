package org.calltolocalaction.reviews.judging.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.worklist.ArrangeWorklist;
import org.calltolocalaction.reviews.worklist.FindPosition;
import org.calltolocalaction.reviews.worklist.WorklistPosition;
import org.calltolocalaction.reviews.worklist.WorklistSearch;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Leads a reviewer through a list: says where they are, and which review comes next. */
@Component
class WorkThrough {

	private static final SearchQuery EVERYTHING = new SearchQuery(List.of(), List.of());

	private final FindPosition find;

	private final WorklistSearch search;

	private final ArrangeWorklist arrange;

	WorkThrough(FindPosition find, WorklistSearch search, ArrangeWorklist arrange) {
		this.find = find;
		this.search = search;
		this.arrange = arrange;
	}

	/**
	 * The way of a reviewer through a list.
	 *
	 * @param from the list, with the number of reviews that there were when it was begun
	 * @param place where a review stands in it; null where it was opened from none
	 * @param onward whether there is another to go on with
	 * @param shortcuts whether the reviewer wants single keys to act
	 */
	record Way(WorklistOrigin from, @Nullable WorklistPosition place, boolean onward, boolean shortcuts) {
	}

	Way way(WorklistOrigin from, Review review, Person reviewer) {
		Optional<WorklistPosition> place = place(from, review, reviewer);
		boolean onward = review.open()
				&& (place.flatMap(WorklistPosition::onward).isPresent() || next(from, review, reviewer).isPresent());
		return new Way(counted(from, place), place.orElse(null), onward, arrange.settings(reviewer).shortcuts());
	}

	/** Nothing where the review was opened from no list. */
	private Optional<WorklistPosition> place(WorklistOrigin from, Review review, Person reviewer) {
		return from.address()
			.flatMap(list -> find.of(review, list.tab(), query(list.typed(), reviewer), list.order(), reviewer))
			.map(place -> from.begunWith().map(place::begunWith).orElse(place));
	}

	/**
	 * The address of the review that comes after this one: of the same list, whatever was
	 * left out of it before, and where that has no more, what waits for the reviewer or
	 * for anybody. A search is left when it is done.
	 */
	Optional<String> next(WorklistOrigin from, Review review, Person reviewer) {
		Optional<WorklistPosition> place = place(from, review, reviewer);
		Optional<String> same = place.flatMap(WorklistPosition::onward)
			.map(reference -> counted(from, place).review(reference));
		return same.isPresent() || from.searched() ? same
				: Stream.of(WorklistTab.MINE, WorklistTab.UNASSIGNED)
					.flatMap(tab -> first(tab, review, reviewer).stream())
					.findFirst();
	}

	/** The list with the number of reviews that there were when it was begun. */
	private static WorklistOrigin counted(WorklistOrigin from, Optional<WorklistPosition> place) {
		return place.filter(known -> !known.of().more()).map(known -> from.begunWith(known.of().number())).orElse(from);
	}

	private Optional<String> first(WorklistTab tab, Review review, Person reviewer) {
		return find.of(review, tab, EVERYTHING, tab.order(null), reviewer)
			.flatMap(WorklistPosition::first)
			.map(WorklistOrigin.of(tab)::review);
	}

	private SearchQuery query(String typed, Person reviewer) {
		return typed.isEmpty() ? EVERYTHING
				: new SearchSyntax(search.keys(reviewer, LocaleContextHolder.getLocale())).read(typed);
	}

}
