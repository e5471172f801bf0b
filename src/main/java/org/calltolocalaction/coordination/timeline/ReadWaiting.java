package org.calltolocalaction.coordination.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.coordination.lists.ReadWaitingSince;
import org.calltolocalaction.coordination.lists.WaitsFor;
import org.calltolocalaction.coordination.timeline.Responsible.Reachable;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says for whom a pledge waits, by name. */
@Component
@Transactional(readOnly = true)
public class ReadWaiting {

	/** Of a large team the rest are counted. */
	static final int NAMED = 8;

	private final ReadWaitingSince lists;

	private final Governments governments;

	private final People people;

	private final RefusedAddresses refusedAddresses;

	ReadWaiting(ReadWaitingSince lists, Governments governments, People people, RefusedAddresses refusedAddresses) {
		this.lists = lists;
		this.governments = governments;
		this.people = people;
		this.refusedAddresses = refusedAddresses;
	}

	/** Nobody where the pledge is at its end. */
	public Optional<Waiting> of(PledgeRow pledge, Person by) {
		by.requireOversight();
		return lists.of(pledge.reference()).map(found -> waiting(pledge, found.whom(), found.since()));
	}

	private Waiting waiting(PledgeRow pledge, WaitsFor whom, Instant since) {
		List<Responsible> responsible = switch (whom) {
			case PARTNERS -> pledge.openReviews().stream().map(this::reviewing).toList();
			case GOVERNMENT -> List.of(all(governments.members(pledge.government().id())));
			case COORDINATORS, EDITION, CONFIRMATION -> List.of(all(people.coordinators()));
		};
		return new Waiting(whom, since, responsible);
	}

	private Responsible reviewing(Review review) {
		List<Person> holder = review.takenBy().flatMap(people::find).stream().toList();
		List<Person> leads = holder.isEmpty() ? people.leadsOf(review.partner()) : holder;
		List<Person> answering = leads.isEmpty() ? people.reviewersOf(review.partner()) : leads;
		return new Responsible(Optional.of(review.partner()), Optional.of(review.dueAt()), !holder.isEmpty(),
				named(answering), Math.max(0, answering.size() - NAMED));
	}

	private Responsible all(List<Person> everybody) {
		return new Responsible(Optional.empty(), Optional.empty(), true, named(everybody),
				Math.max(0, everybody.size() - NAMED));
	}

	private List<Reachable> named(Collection<Person> everybody) {
		List<Person> first = everybody.stream().limit(NAMED).toList();
		Set<String> refused = refusedAddresses.among(first.stream().map(Person::email).toList()).keySet();
		return first.stream().map(person -> new Reachable(person, !refused.contains(person.email()))).toList();
	}

}
