package org.calltolocalaction.coordination.web.governments;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.governments.GovernmentOrder;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.search.SearchSyntax;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list of governments that a coordinator looks at, as it stands in the address, with
 * its columns, so that it can be kept and handed on. An unknown value is ignored.
 *
 * @param typed the search, as it was typed
 */
public record GovernmentListAddress(String typed, GovernmentOrder order, int page, Set<GovernmentColumn> columns) {

	/** Where the list is. */
	public static final String PATH = "/coordination/governments";

	static GovernmentListAddress of(String typed, String order, String page, Collection<String> columns) {
		String searched = Text.SEARCH.of(typed);
		GovernmentOrder sorted = Arrays.stream(GovernmentOrder.values())
			.filter(one -> name(one).equals(order))
			.findFirst()
			.orElse(GovernmentOrder.NAME);
		Set<GovernmentColumn> chosen = Arrays.stream(GovernmentColumn.values())
			.filter(column -> columns.contains(column.word()))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(GovernmentColumn.class)));
		return new GovernmentListAddress(searched.substring(0, Math.min(searched.length(), SearchSyntax.LONGEST)),
				sorted, PageNumber.of(page), chosen.isEmpty() ? GovernmentColumn.AT_FIRST : chosen);
	}

	GovernmentListAddress searching(String other) {
		return new GovernmentListAddress(other, order, 1, columns);
	}

	/** The address of another page. */
	public String toPage(int other) {
		return new GovernmentListAddress(typed, order, other, columns).link();
	}

	/** The address without a search. */
	public String everything() {
		return searching("").link();
	}

	/** Whether the list says it. */
	public boolean shows(String column) {
		return columns.stream().anyMatch(shown -> shown.word().equals(column));
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
		UriComponentsBuilder link = UriComponentsBuilder.fromPath(PATH + ending);
		if (!typed.isEmpty()) {
			link.queryParam("q", "{typed}");
		}
		if (arranged && order != GovernmentOrder.NAME) {
			link.queryParam("sort", name(order));
		}
		if (arranged && page > 1) {
			link.queryParam("page", page);
		}
		if (arranged && !columns.equals(GovernmentColumn.AT_FIRST)) {
			link.queryParam("column", columns.stream().map(GovernmentColumn::word).toArray());
		}
		return link.encode().buildAndExpand(typed.isEmpty() ? new Object[0] : new Object[] { typed }).toUriString();
	}

	/** Every column by its name, and whether it is shown. */
	public Map<String, Boolean> allColumns() {
		Map<String, Boolean> all = new LinkedHashMap<>();
		for (GovernmentColumn column : GovernmentColumn.values()) {
			all.put(column.word(), columns.contains(column));
		}
		return all;
	}

	/** Every order by its name, and whether it is chosen. */
	public Map<String, Boolean> allOrders() {
		Map<String, Boolean> all = new LinkedHashMap<>();
		for (GovernmentOrder one : GovernmentOrder.values()) {
			all.put(name(one), one == order);
		}
		return all;
	}

	private static String name(GovernmentOrder order) {
		return order.name().toLowerCase(Locale.ROOT);
	}

}
