package org.calltolocalaction.reviews.worklist.web;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.worklist.SavedSearch;
import org.calltolocalaction.reviews.worklist.SavedSearchId;
import org.calltolocalaction.reviews.worklist.SavedSearches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers the searches that were saved as links to what they find now. */
@Component
class SavedSearchLinks {

	private final SavedSearches searches;

	private final People people;

	SavedSearchLinks(SavedSearches searches, People people) {
		this.searches = searches;
		this.people = people;
	}

	/**
	 * @param owner the name of the colleague whose it is; null where it is the reader's
	 * own
	 * @param chosen whether the page shows it now
	 */
	record Link(SavedSearchId id, String name, String address, boolean shared, @Nullable String owner, boolean chosen) {
	}

	/** The searches that a reader is offered: their own, and those that were shared. */
	record Offered(List<Link> all) {

		public List<Link> own() {
			return all.stream().filter(link -> link.owner() == null).toList();
		}

	}

	Offered offered(WorklistAddress address, Person reader) {
		List<SavedSearch> offered = searches.offeredTo(reader);
		List<AccountId> colleagues = offered.stream()
			.map(SavedSearch::owner)
			.filter(Predicate.not(reader.id()::equals))
			.distinct()
			.toList();
		Map<AccountId, Person> owners = colleagues.isEmpty() ? Map.of() : people.all(colleagues);
		return new Offered(offered.stream().map(search -> link(search, address, owners)).toList());
	}

	private static Link link(SavedSearch search, WorklistAddress address, Map<AccountId, Person> owners) {
		String leads = new WorklistAddress(search.tab(), search.typed(), search.order(), 1).link();
		Person owner = owners.get(search.owner());
		return new Link(search.id(), search.name(), leads, search.shared(), owner == null ? null : owner.name(),
				leads.equals(address.onPage(1).link()));
	}

}
