package org.calltolocalaction.reviews.worklist.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.worklist.ArrangeWorklist;
import org.calltolocalaction.reviews.worklist.ListReviews;
import org.calltolocalaction.reviews.worklist.WorklistColumn;
import org.calltolocalaction.reviews.worklist.WorklistCount;
import org.calltolocalaction.reviews.worklist.WorklistPage;
import org.calltolocalaction.reviews.worklist.WorklistRow;
import org.calltolocalaction.reviews.worklist.WorklistSearch;
import org.calltolocalaction.reviews.worklist.WorklistSettings;
import org.calltolocalaction.reviews.worklist.web.WorklistView.Arranged;
import org.calltolocalaction.reviews.worklist.web.WorklistView.Box;
import org.calltolocalaction.reviews.worklist.web.WorklistView.Order;
import org.calltolocalaction.reviews.worklist.web.WorklistView.Tab;
import org.calltolocalaction.search.DrawnSuggestions;
import org.calltolocalaction.search.MistakeView;
import org.calltolocalaction.search.SearchChip;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.search.Suggestion;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what a reviewer sees of the worklist: tabs, search, one page of lines and
 * the way to the next.
 */
@Component
@Transactional(readOnly = true)
class WorklistPages {

	private final ListReviews reviews;

	private final WorklistSearch search;

	private final SavedSearchLinks savedSearches;

	private final ArrangeWorklist arrange;

	private final DrawnWorklist drawn;

	private final People people;

	WorklistPages(ListReviews reviews, WorklistSearch search, SavedSearchLinks savedSearches, ArrangeWorklist arrange,
			DrawnWorklist drawn, People people) {
		this.reviews = reviews;
		this.search = search;
		this.savedSearches = savedSearches;
		this.arrange = arrange;
		this.drawn = drawn;
		this.people = people;
	}

	/**
	 * @param ticked what is ticked, where the page comes back with a mistake
	 */
	WorklistView worklist(WorklistAddress address, Collection<String> ticked, Person reviewer) {
		List<SearchKey> keys = search.keys(reviewer, LocaleContextHolder.getLocale());
		SearchQuery query = new SearchSyntax(keys).read(address.typed());
		WorklistPage listed = reviews.page(address.tab(), query, address.order(), address.page(), reviewer);
		List<MistakeView> mistakes = MistakeView.in(query, address.typed(),
				corrected -> address.searching(corrected).link());
		String suggestions = DrawnSuggestions.options(Suggestion.after(address.typed(), keys));
		WorklistSettings settings = arrange.settings(reviewer);
		return new WorklistView(reviewer, address, tabs(address, reviewer), orders(address),
				new Box(mistakes, suggestions,
						SearchChip.in(address.typed(), other -> address.searching(other).link())),
				savedSearches.offered(address, reviewer), new Arranged(settings, columns(settings)), listed,
				drawn.lines(listed.lines(), settings, ticked, holders(listed.lines()), address, reviewer));
	}

	/** Every column by its name, and whether it is shown. */
	private static Map<String, Boolean> columns(WorklistSettings settings) {
		Map<String, Boolean> columns = new LinkedHashMap<>();
		for (WorklistColumn column : WorklistColumn.values()) {
			columns.put(WorklistAddress.name(column), settings.columns().contains(column));
		}
		return columns;
	}

	private List<Tab> tabs(WorklistAddress address, Person reviewer) {
		Map<WorklistTab, WorklistCount> counts = reviews.counts(reviewer);
		return Arrays.stream(WorklistTab.values())
			.map(tab -> new Tab(WorklistAddress.name(tab),
					Objects.requireNonNull(counts.get(tab), "each tab is counted"), address.on(tab).link(),
					tab == address.tab()))
			.toList();
	}

	private static List<Order> orders(WorklistAddress address) {
		return Arrays.stream(WorklistOrder.values())
			.filter(order -> order.fits(address.tab()))
			.map(order -> new Order(WorklistAddress.name(order), order == address.order()))
			.toList();
	}

	private Map<AccountId, String> holders(Collection<WorklistRow> lines) {
		return people.all(lines.stream().map(WorklistRow::holder).flatMap(Optional::stream).distinct().toList())
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, holder -> holder.getValue().name()));
	}

}
