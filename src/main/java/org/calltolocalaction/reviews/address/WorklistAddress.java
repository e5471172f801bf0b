package org.calltolocalaction.reviews.address;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchSyntax;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list that a reviewer looks at, as it stands in the address, so that it can be kept
 * and handed on. An unknown value in an address is ignored.
 *
 * @param typed the search, as it was typed
 */
public record WorklistAddress(WorklistTab tab, String typed, WorklistOrder order, int page) {

	/** From where a form was sent, by what stands in it or in the address. */
	public static WorklistAddress of(Map<String, String> parameters) {
		return of(parameters.getOrDefault("tab", ""), parameters.getOrDefault("q", ""),
				parameters.getOrDefault("sort", ""), parameters.getOrDefault("page", ""));
	}

	public static WorklistAddress of(String tab, String typed, String order, String page) {
		WorklistTab shown = named(WorklistTab.values(), tab).orElse(WorklistTab.ALL);
		String searched = Text.SEARCH.of(typed);
		return new WorklistAddress(shown, searched.substring(0, Math.min(searched.length(), SearchSyntax.LONGEST)),
				shown.order(named(WorklistOrder.values(), order).orElse(null)), PageNumber.of(page));
	}

	/** The same as hidden fields of a form have it. */
	public Map<String, String> fields() {
		return Map.of("tab", name(tab), "q", typed, "sort", name(order), "page", Integer.toString(page));
	}

	public WorklistAddress on(WorklistTab other) {
		return new WorklistAddress(other, typed, other.order(order), 1);
	}

	public WorklistAddress searching(String other) {
		return new WorklistAddress(tab, other, order, 1);
	}

	public WorklistAddress onPage(int other) {
		return new WorklistAddress(tab, typed, order, other);
	}

	/** The address itself, without what goes without saying. */
	public String link() {
		return "/reviews" + query();
	}

	/** The address of a review that was opened from this list, which that page keeps. */
	String review(PledgeReference reference) {
		return "/reviews/" + reference + onPage(1).query();
	}

	/** Whether this list holds what can be acted on: nobody acts on what is done. */
	public boolean acts() {
		return tab != WorklistTab.DONE;
	}

	/** What stands in the address behind its path. */
	public String query() {
		UriComponentsBuilder link = UriComponentsBuilder.newInstance().queryParam("tab", name(tab));
		if (!typed.isEmpty()) {
			link.queryParam("q", "{typed}");
		}
		if (order != tab.order(null)) {
			link.queryParam("sort", name(order));
		}
		if (page > 1) {
			link.queryParam("page", page);
		}
		return link.encode().buildAndExpand(typed.isEmpty() ? new Object[0] : new Object[] { typed }).toUriString();
	}

	public static String name(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
		return Stream.of(all).filter(value -> name(value).equals(name)).findFirst();
	}

}
