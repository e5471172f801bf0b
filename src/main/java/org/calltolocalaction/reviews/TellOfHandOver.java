package org.calltolocalaction.reviews;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has both told when reviews change hands, one mail each however many there are; never those who did it themselves. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TellOfHandOver {

	private final TeamReviews reviews;

	private final ReviewMails mails;

	private final People people;

	TellOfHandOver(TeamReviews reviews, ReviewMails mails, People people) {
		this.reviews = reviews;
		this.mails = mails;
		this.people = people;
	}

	/** After many were given to one, each in a transaction of its own. */
	@Transactional
	void ofMany(Map<PledgeReference, Optional<AccountId>> earlierHolders, Person to, Person by) {
		newHolder(to, earlierHolders.keySet(), "", by);
		Map<AccountId, Set<PledgeReference>> byHolder = new LinkedHashMap<>();
		earlierHolders.forEach((reference, holder) -> holder
			.ifPresent(before -> byHolder.computeIfAbsent(before, none -> new LinkedHashSet<>()).add(reference)));
		byHolder.forEach((before, references) -> earlierHolder(before, references, to, by));
	}

	void newHolder(Person to, Collection<PledgeReference> references, String note, Person by) {
		if (!to.id().equals(by.id())) {
			mails.given(reviews.open(references, by), to, by, note);
		}
	}

	void earlierHolder(AccountId from, Collection<PledgeReference> references, Person to, Person by) {
		if (!from.equals(by.id())) {
			people.find(from)
				.filter(Person::reviewer)
				.ifPresent(holder -> mails.movedOn(reviews.open(references, by), holder, to, by));
		}
	}

}
