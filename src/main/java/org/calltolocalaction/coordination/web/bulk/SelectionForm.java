package org.calltolocalaction.coordination.web.bulk;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.coordination.web.lists.ListAddress;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchSyntax;

/**
 * What was ticked in a list, and the list in which it was: from page to page until it is
 * confirmed. What is no reference is ignored.
 *
 * @param everything whether all that the search finds is meant, not only what is ticked
 * @param list {@code drafts}, or else the list of pledges
 */
record SelectionForm(@As(Text.IDENTIFIER) List<String> chosen, Boolean everything, @As(Text.CHOICE) String list,
		@As(Text.SEARCH) String q, @As(Text.CHOICE) String sort, @As(Text.IDENTIFIER) String page,
		@As(Text.CHOICE) List<String> column) {

	SelectionForm {
		chosen = chosen == null ? List.of() : new ArrayList<>(chosen);
		everything = Boolean.TRUE.equals(everything);
		list = Objects.requireNonNullElse(list, "");
		q = Objects.requireNonNullElse(q, "");
		sort = Objects.requireNonNullElse(sort, "");
		page = Objects.requireNonNullElse(page, "");
		column = column == null ? List.of() : new ArrayList<>(column);
	}

	boolean drafts() {
		return list.equals("drafts");
	}

	/** The list from which it was selected. */
	ListAddress address(EditionYear year) {
		return ListAddress.of(year, drafts(), q, sort, page, column);
	}

	Selection of(EditionYear year, ListKeys keys, Locale language) {
		Optional<SearchSyntax> syntax = Optional.of(everything)
			.filter(Boolean::booleanValue)
			.map(all -> new SearchSyntax(drafts() ? keys.ofDrafts(language) : keys.ofPledges(language)));
		return new Selection(year, drafts(), references(), syntax.map(known -> known.read(address(year).typed())));
	}

	private Set<PledgeReference> references() {
		return chosen.stream().map(PledgeReference::parse).flatMap(Optional::stream).collect(Collectors.toSet());
	}

	/** The same, as the fields of the form that follows. */
	List<Map.Entry<String, String>> fields(EditionYear year) {
		Stream<Map.Entry<String, String>> list = address(year).fields()
			.entrySet()
			.stream()
			.flatMap(field -> field.getValue().stream().map(value -> field(field.getKey(), value)));
		Stream<Map.Entry<String, String>> meant = Boolean.TRUE.equals(everything)
				? Stream.of(field("everything", "true"))
				: references().stream().sorted().map(reference -> field("chosen", reference.value()));
		return Stream.concat(list, meant).toList();
	}

	private static Map.Entry<String, String> field(String name, String value) {
		return new SimpleImmutableEntry<>(name, value);
	}

}
