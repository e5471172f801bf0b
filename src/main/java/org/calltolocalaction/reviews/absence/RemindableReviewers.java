package org.calltolocalaction.reviews.absence;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a reminder of open reviews reaches, of very many in a few questions: whoever has
 * the review, or stands in for them; where nobody has it, those who can take it.
 */
@Component
@Transactional(readOnly = true)
public class RemindableReviewers {

	private final People people;

	private final Interests interests;

	private final Absences absences;

	private final Clock clock;

	RemindableReviewers(People people, Interests interests, Absences absences, Clock clock) {
		this.people = people;
		this.interests = interests;
		this.absences = absences;
		this.clock = clock;
	}

	/**
	 * A review that a partner still owes.
	 *
	 * @param government whose pledge it is of
	 * @param holder who has taken it
	 */
	public record Owed(PledgeReference reference, PartnerCode partner, GovernmentId government,
			Optional<AccountId> holder) {
	}

	/** For each of them, in no order; nobody where the partner has no reviewer. */
	public Map<Owed, List<Person>> of(Collection<Owed> reviews) {
		Map<GovernmentId, Set<AccountId>> keepOut = interests
			.declaredIn(reviews.stream().map(Owed::government).collect(Collectors.toSet()));
		Map<PartnerCode, Team> teams = reviews.stream()
			.map(Owed::partner)
			.distinct()
			.collect(Collectors.toMap(partner -> partner, this::team));
		Map<Owed, List<Person>> reached = new HashMap<>();
		for (Owed review : reviews) {
			Team team = teams.getOrDefault(review.partner(), Team.EMPTY);
			reached.put(review,
					review.holder()
						.flatMap(team::presentFor)
						.map(List::of)
						.orElseGet(() -> team.ableTo(keepOut.getOrDefault(review.government(), Set.of()))));
		}
		return reached;
	}

	private Team team(PartnerCode partner) {
		Instant now = clock.instant();
		List<Person> all = people.reviewersOf(partner);
		Set<AccountId> away = absences.awayAt(all.stream().map(Person::id).toList(), now).keySet();
		Map<AccountId, AccountId> presentFor = new HashMap<>();
		for (Person reviewer : all) {
			Optional<AccountId> present = away.contains(reviewer.id()) ? absences.deputyOf(reviewer.id(), now)
					: Optional.of(reviewer.id());
			present.ifPresent(who -> presentFor.put(reviewer.id(), who));
		}
		return new Team(all, away, presentFor);
	}

	/**
	 * The reviewers of a partner.
	 *
	 * @param presentFor for each who does their work now; none where nobody does
	 */
	private record Team(List<Person> all, Set<AccountId> away, Map<AccountId, AccountId> presentFor) {

		private static final Team EMPTY = new Team(List.of(), Set.of(), Map.of());

		private Optional<Person> presentFor(AccountId holder) {
			return Optional.ofNullable(presentFor.get(holder))
				.flatMap(who -> all.stream().filter(one -> one.id().equals(who)).findFirst());
		}

		/** Where all of them are away, those who can once they are back. */
		private List<Person> ableTo(Set<AccountId> keepOut) {
			List<Person> able = all.stream().filter(reviewer -> !keepOut.contains(reviewer.id())).toList();
			List<Person> there = able.stream().filter(reviewer -> !away.contains(reviewer.id())).toList();
			return there.isEmpty() ? able : there;
		}

	}

}
