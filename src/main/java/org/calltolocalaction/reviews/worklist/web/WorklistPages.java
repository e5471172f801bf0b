package org.calltolocalaction.reviews.worklist.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.calltolocalaction.search.DrawnSuggestions;
import org.calltolocalaction.search.MistakeView;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.search.Suggestion;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

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

	/** A tab as a link. */
	record Tab(String name, WorklistCount count, String link, boolean chosen) {
	}

	/** A way to sort. */
	record Order(String name, boolean chosen) {
	}

	String worklist(WorklistAddress address, Person reviewer, Model model) {
		List<SearchKey> keys = search.keys(reviewer, LocaleContextHolder.getLocale());
		SearchQuery query = new SearchSyntax(keys).read(address.typed());
		WorklistPage page = reviews.page(address.tab(), query, address.order(), address.page(), reviewer);
		model.addAttribute("address", address).addAttribute("tab", WorklistAddress.name(address.tab()));
		model.addAttribute("tabs", tabs(address, reviewer));
		model.addAttribute("orders", orders(address)).addAttribute("worklist", page);
		model.addAttribute("mistakes",
				MistakeView.in(query, address.typed(), corrected -> address.searching(corrected).link()));
		model.addAttribute("suggestions", DrawnSuggestions.options(Suggestion.after(address.typed(), keys)));
		savedSearches.show(address, reviewer, model);
		WorklistSettings settings = arrange.settings(reviewer);
		model.addAttribute("settings", settings).addAttribute("columns", columns(settings));
		model.addAttribute("lines",
				drawn.lines(page.lines(), settings, selected(model), holders(page.lines()), address, reviewer));
		model.addAttribute("me", reviewer).addAttribute("zone", reviewer.zone());
		return "reviews/worklist/worklist";
	}

	/** What was ticked, where the page comes back with a mistake. */
	private static Collection<String> selected(Model model) {
		return model.getAttribute("selection") instanceof Collection<?> ticked
				? ticked.stream().map(Object::toString).toList() : List.of();
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
			.map(tab -> new Tab(WorklistAddress.name(tab), counts.get(tab), address.on(tab).link(),
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
