package org.calltolocalaction.reviews.team;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.ReviewMails;
import org.calltolocalaction.reviews.TeamReviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has both sides told when reviews change hands, one mail each however many there are;
 * never who did it themselves.
 */
@Component
class TellOfHandOver {

	private final TeamReviews reviews;

	private final ReviewMails mails;

	private final People people;

	TellOfHandOver(TeamReviews reviews, ReviewMails mails, People people) {
		this.reviews = reviews;
		this.mails = mails;
		this.people = people;
	}

	/**
	 * @param earlierHolders who had each of the reviews that {@code to} has now, where
	 * somebody had it
	 */
	@Transactional
	void tell(Map<PledgeReference, Optional<AccountId>> earlierHolders, Person to, String note, Person by) {
		// By address, as all who write to several do: two who write to the same people
		// never wait for each other.
		SortedMap<String, Runnable> letters = new TreeMap<>();
		if (!to.id().equals(by.id())) {
			letters.put(to.email(), () -> mails.given(reviews.open(earlierHolders.keySet(), by), to, by, note));
		}
		for (AccountId earlier : holders(earlierHolders)) {
			people.find(earlier)
				.filter(Person::reviewer)
				.filter(from -> !from.id().equals(by.id()))
				.ifPresent(from -> letters.put(from.email(),
						() -> mails.movedOn(reviews.open(had(earlierHolders, earlier), by), from, to, by)));
		}
		letters.values().forEach(Runnable::run);
	}

	private static Set<AccountId> holders(Map<PledgeReference, Optional<AccountId>> earlierHolders) {
		Set<AccountId> holders = new LinkedHashSet<>();
		earlierHolders.values().forEach(earlier -> earlier.ifPresent(holders::add));
		return holders;
	}

	private static Set<PledgeReference> had(Map<PledgeReference, Optional<AccountId>> earlierHolders,
			AccountId holder) {
		Set<PledgeReference> had = new LinkedHashSet<>();
		earlierHolders.forEach((reference, earlier) -> {
			if (earlier.filter(holder::equals).isPresent()) {
				had.add(reference);
			}
		});
		return had;
	}

}
