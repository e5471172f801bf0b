package org.calltolocalaction.coordination.web.lists;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.lists.ListOrder;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.search.SearchSyntax;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list that a coordinator looks at, as it stands in the address, with its columns, so
 * that it can be kept and handed on. An unknown value is ignored.
 *
 * @param drafts whether it is the list of drafts
 * @param typed the search, as it was typed
 */
public record ListAddress(EditionYear year, boolean drafts, String typed, ListOrder order, int page,
		Set<ListColumn> columns) {

	public static ListAddress of(EditionYear year, boolean drafts, String typed, String order, String page,
			Collection<String> columns) {
		String searched = Text.SEARCH.of(typed);
		ListOrder sorted = named(ListOrder.values(), order).filter(one -> !drafts || one.fitsDrafts())
			.orElse(ListOrder.WAITING);
		Set<ListColumn> chosen = Arrays.stream(ListColumn.values())
			.filter(column -> columns.contains(name(column)))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(ListColumn.class)));
		return new ListAddress(year, drafts, searched.substring(0, Math.min(searched.length(), SearchSyntax.LONGEST)),
				sorted, PageNumber.of(page), chosen.isEmpty() ? ListColumn.AT_FIRST : chosen);
	}

	/** The pledges of an edition that this search finds. */
	public static String link(EditionYear year, String typed) {
		return of(year, false, typed, "", "", List.of()).link();
	}

	ListAddress searching(String other) {
		return new ListAddress(year, drafts, other, order, 1, columns);
	}

	ListAddress onPage(int other) {
		return new ListAddress(year, drafts, typed, order, other, columns);
	}

	/** The address of another page. */
	public String toPage(int other) {
		return onPage(other).link();
	}

	/** The address without a search. */
	public String everything() {
		return searching("").link();
	}

	public String path() {
		return "/coordination/editions/" + year + (drafts ? "/drafts" : "/pledges");
	}

	/** The address itself, without what goes without saying. */
	public String link() {
		return link("", true);
	}

	/** The address of all that is found, as a file of this kind. */
	public String asFile(String kind) {
		return link("." + kind, false);
	}

	private String link(String ending, boolean arranged) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath(path() + ending);
		if (!typed.isEmpty()) {
			link.queryParam("q", "{typed}");
		}
		if (arranged && order != ListOrder.WAITING) {
			link.queryParam("sort", name(order));
		}
		if (arranged && page > 1) {
			link.queryParam("page", page);
		}
		if (arranged && !columns.equals(ListColumn.AT_FIRST)) {
			link.queryParam("column", columns.stream().map(ListAddress::name).toArray());
		}
		return link.encode().buildAndExpand(typed.isEmpty() ? new Object[0] : new Object[] { typed }).toUriString();
	}

	/** What the list shows, as fields of a form that comes back to it. */
	public Map<String, List<String>> fields() {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		fields.put("list", List.of(drafts ? "drafts" : "pledges"));
		fields.put("q", List.of(typed));
		fields.put("sort", List.of(name(order)));
		fields.put("page", List.of(String.valueOf(page)));
		fields.put("column", drafts ? List.of() : columns.stream().map(ListAddress::name).toList());
		return fields;
	}

	/** Every column by its name, and whether it is shown. */
	public Map<String, Boolean> allColumns() {
		Map<String, Boolean> all = new LinkedHashMap<>();
		for (ListColumn column : ListColumn.values()) {
			all.put(name(column), columns.contains(column));
		}
		return all;
	}

	/** Every order by its name, and whether it is chosen. */
	public Map<String, Boolean> allOrders() {
		Map<String, Boolean> all = new LinkedHashMap<>();
		for (ListOrder one : ListOrder.values()) {
			if (!drafts || one.fitsDrafts()) {
				all.put(name(one), one == order);
			}
		}
		return all;
	}

	static String name(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
		return Stream.of(all).filter(value -> name(value).equals(name)).findFirst();
	}

}
