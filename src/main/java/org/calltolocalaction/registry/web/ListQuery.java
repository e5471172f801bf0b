package org.calltolocalaction.registry.web;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.registry.PublishedPledges.Found;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a visitor looks for. Addresses are typed, cut short and kept for years: a page
 * that is no number is the first one, and an edition that does not exist has no pledges.
 *
 * @param edition as it stands in the address; empty for all
 */
record ListQuery(String words, String edition, int page) {

	static ListQuery of(String words, String edition, String page) {
		String searched = Text.SEARCH.of(words);
		return new ListQuery(searched.substring(0, Math.min(searched.length(), SearchSyntax.LONGEST)),
				Text.IDENTIFIER.of(edition), PageNumber.of(page));
	}

	Found in(PublishedPledges published, SearchQuery query) {
		if (edition.isEmpty()) {
			return published.search(query, Optional.empty(), page);
		}
		return EditionYear.parse(edition)
			.map(year -> published.search(query, Optional.of(year), page))
			.orElseGet(() -> new Found(List.of(), 0, 1));
	}

	/**
	 * The editions in which it is looked for: one, none where there is none such, or all.
	 */
	List<EditionYear> editionsAmong(List<EditionYear> all) {
		return edition.isEmpty() ? all : EditionYear.parse(edition).stream().toList();
	}

	/** The one address of a page of an edition's pledges, or of all. */
	String listedAs(int shown) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/pledges");
		EditionYear.parse(edition).ifPresent(year -> address.queryParam("edition", year));
		return (shown > 1 ? address.queryParam("page", shown) : address).toUriString();
	}

	/** The address of all that was found, as a table. */
	public String asTable() {
		return UriComponentsBuilder.fromPath("/pledges.csv")
			.queryParam("q", "{words}")
			.queryParam("edition", "{edition}")
			.encode()
			.buildAndExpand(words, edition)
			.toUriString();
	}

	/** The address of another page of what was found. */
	public String onPage(int other) {
		return UriComponentsBuilder.fromPath("/pledges")
			.queryParam("q", "{words}")
			.queryParam("edition", "{edition}")
			.queryParam("page", other)
			.encode()
			.buildAndExpand(words, edition)
			.toUriString();
	}

	/** The address of the first page for another text in the box. */
	String searching(String other) {
		return new ListQuery(other, edition, 1).onPage(1);
	}

	/**
	 * Whether there is something to take away from the question in order to find more.
	 */
	public boolean narrowed() {
		return !words.isEmpty() || !edition.isEmpty();
	}

}
