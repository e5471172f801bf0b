package org.calltolocalaction.reviews.discussion;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;

/**
 * Who may read and join the discussion of a pledge: the reviewers of the partners that
 * were asked to judge it, unless by an interest it is closed to them, and the
 * coordinators.
 */
@Component
class Discussants {

	private final Pledges pledges;

	private final Reviews reviews;

	private final ReadableVersions readable;

	private final People people;

	Discussants(Pledges pledges, Reviews reviews, ReadableVersions readable, People people) {
		this.pledges = pledges;
		this.reviews = reviews;
		this.readable = readable;
		this.people = people;
	}

	/**
	 * The others, in the order of their names; empty for who may not read it. Who audits
	 * reads it and is none of those who take part.
	 */
	Optional<List<Person>> besides(Person person, PledgeReference reference) {
		Pledge pledge = pledges.pledge(reference);
		Set<PartnerCode> partners = partnersOf(reference);
		Set<AccountId> keepOut = readable.closedTo(pledge);
		Predicate<Person> takesPart = one -> one.oversees() ? pledge.submitted()
				: one.partner().filter(partners::contains).isPresent() && !keepOut.contains(one.id());
		if (!takesPart.test(person)) {
			return Optional.empty();
		}
		return Optional.of(people.handling(partners)
			.stream()
			.filter(takesPart)
			.filter(other -> !other.id().equals(person.id()))
			.sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER))
			.toList());
	}

	/** Those of the pledges in whose discussion this person may take part. */
	Set<PledgeReference> open(Person person, Collection<PledgeReference> references) {
		List<Pledge> known = pledges.all(references);
		Set<PledgeReference> closed = readable.closed(known, person.id());
		reviews.readAhead(references);
		return known.stream()
			.filter(pledge -> person.oversees() ? pledge.submitted()
					: person.partner().filter(partnersOf(pledge.reference())::contains).isPresent()
							&& !closed.contains(pledge.reference()))
			.map(Pledge::reference)
			.collect(Collectors.toUnmodifiableSet());
	}

	private Set<PartnerCode> partnersOf(PledgeReference reference) {
		return reviews.of(reference).stream().map(Review::partner).collect(Collectors.toSet());
	}

}
