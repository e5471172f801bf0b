package org.calltolocalaction.reviews.worklist;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer keeps a search under a name, for themselves or for their partner's whole
 * team.
 */
@Service
@Transactional
public class SaveSearch {

	/** What one still finds one's way in. */
	static final int MOST = 20;

	public static final int LONGEST_NAME = 60;

	private final SavedSearches searches;

	private final AuditTrail audit;

	SaveSearch(SavedSearches searches, AuditTrail audit) {
		this.searches = searches;
		this.audit = audit;
	}

	/**
	 * Under a name that the reviewer used before, in place of what it stood for; who
	 * finds it stays as it was.
	 * @throws Refused without a name, with one that is too long, or beside too many
	 * others
	 */
	public void save(String name, WorklistTab tab, String typed, WorklistOrder order, Person by) {
		by.requirePartner();
		String called = Text.NAME.of(name);
		if (called.isEmpty() || called.length() > LONGEST_NAME) {
			throw new Refused("worklist.saved.refused.name", LONGEST_NAME);
		}
		if (searches.othersOf(by.id(), called) >= MOST) {
			throw new Refused("worklist.saved.refused.many", MOST);
		}
		searches.put(new SavedSearch(SavedSearchId.random(), by.id(), called, tab, typed, tab.order(order), false));
	}

	/** Lets the whole team find it. */
	public void share(SavedSearchId id, Person by) {
		SavedSearch search = own(id, by);
		if (!search.shared()) {
			searches.shareWith(by.requirePartner(), id);
			audit.record(AuditEntry.of("search.shared", id)
				.by(by)
				.with("partner", by.requirePartner())
				.personal("name", search.name()));
		}
	}

	/** From now on it is the owner's alone. */
	public void unshare(SavedSearchId id, Person by) {
		endSharing(own(id, by), by);
	}

	public void remove(SavedSearchId id, Person by) {
		endSharing(own(id, by), by);
		searches.remove(id);
	}

	private void endSharing(SavedSearch search, Person by) {
		if (search.shared()) {
			searches.shareWithNobody(search.id());
			audit.record(AuditEntry.of("search.unshared", search.id()).by(by).personal("name", search.name()));
		}
	}

	/** One's own: that of somebody else is not found, even where it is shared. */
	private SavedSearch own(SavedSearchId id, Person by) {
		by.requirePartner();
		return searches.lock(id)
			.filter(search -> search.owner().equals(by.id()))
			.orElseThrow(() -> new NotFound("Saved search " + id + " of " + by.email()));
	}

}
